import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { saveBudget } from "./budget-commands";
import { budgetLine, moneyOf } from "./budget-queries";
import { sessionSums } from "./budget-rules";
import { saveAgreement, saveInstitution } from "./institution-commands";
import { institutionRegister } from "./institution-queries";
import { saveActivity } from "./partner-commands";
import { partnerRegister } from "./partner-queries";
import { moneyView } from "./view";

let db: TestDatabase;
let here: TestDistrict;
let there: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
const provinceOf = (district: TestDistrict) =>
  actorFor({ role: "province", placeId: district.provinceId, districtIds: [district.districtId] });
const governorOf = ({ districtId }: TestDistrict) =>
  actorFor({ role: "governor_office", districtIds: [districtId] });
const year = 2025;

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  there = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const form = () => ({ changeId: randomUUID(), subject: randomUUID(), seen: {} });
const line = (rest: object = {}) => ({
  ...form(),
  year,
  purpose: "training" as const,
  fundSource: "district" as const,
  plannedKip: 100,
  spentKip: 40,
  ...rest,
});
const linesOf = async (actor: ReturnType<typeof actorFor>) =>
  (await moneyOf(actor, year, null)).lines.map(({ id }) => id).sort();

it("keeps budgets to the ministry, the province and the district's governor, in the page and below it", async () => {
  const own = line({ districtId: here.districtId });
  const elsewhere = line({ districtId: there.districtId });
  const ofProvince = line({ provinceId: here.provinceId });
  const ofNation = line();
  for (let again = 0; again < 2; again++) await saveBudget(provinceOf(here), own);
  await saveBudget(provinceOf(there), elsewhere);
  await saveBudget(ministry, ofProvince);
  await saveBudget(ministry, ofNation);
  const ids = (...lines: { subject: string }[]) => lines.map(({ subject }) => subject).sort();
  expect(await linesOf(ministry)).toEqual(ids(own, elsewhere, ofProvince, ofNation));
  expect(await linesOf(provinceOf(here))).toEqual(ids(own, ofProvince));
  expect(await linesOf(governorOf(here))).toEqual(ids(own));
  expect((await budgetLine(governorOf(here), ofProvince.subject)).line).toBeNull();
  for (const role of ["facilitator", "health_office", "health_centre", "partner", "administrator"] as const) {
    const actor = actorFor({ role, districtIds: [here.districtId] });
    expect(() => moneyOf(actor, year, null), role).toThrow(expect.objectContaining({ code: "forbidden" }));
  }
});

it("is written by the province for its districts and by the ministry for provinces, by nobody else", async () => {
  await expect(saveBudget(provinceOf(here), line({ districtId: there.districtId }))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(saveBudget(governorOf(here), line({ districtId: here.districtId }))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(saveBudget(provinceOf(here), line({ provinceId: here.provinceId }))).rejects.toMatchObject({
    details: { fields: { districtId: "required" } },
  });
  await expect(saveBudget(ministry, line({ districtId: here.districtId }))).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("takes what workshops cost from the workshops, never from the line, and finds who changed it meanwhile", async () => {
  const province = provinceOf(here);
  const workshops = { districtId: here.districtId, purpose: "workshops" as const };
  await expect(saveBudget(province, line(workshops))).rejects.toMatchObject({
    details: { fields: { spentKip: "workshops" } },
  });
  const kept = line({ ...workshops, spentKip: undefined, approvedKip: 500 });
  await saveBudget(province, kept);
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  for (const [costKip, fundSource] of [
    [300, "district"],
    [70, "partner"],
    [undefined, "district"],
  ] as const) {
    const fields = { module: "3", level: "village", status: "done", startDate: "2025-03-01" } as const;
    const change = newChange({
      type: "workshop",
      place: here.villageIds[0] as string,
      fields: { ...fields, fundSource, costKip },
      madeAt: new Date(),
    });
    expect((await applyChange(team, change)).status).toBe("accepted");
  }
  const money = await moneyOf(province, year, null);
  const view = moneyView(money, "2025-12-31");
  expect(view.lines.find(({ line: { id } }) => id === kept.subject)?.spent).toBe(300);
  expect(view.uncovered).toMatchObject([{ fundSource: "partner", kip: 70 }]);
  expect(money.workshops).toEqual({ held: 3, costed: 2, kip: 370 });
  expect(money.villageUnit).toEqual({ held: 1, costed: 1, kip: 370 });
  expect(view.years.find((one) => one.year === year)).toMatchObject({ spent: 300 + 70 + 40 + 40 });

  const { line: standing } = await budgetLine(province, kept.subject);
  const seen = standing?.versions ?? {};
  const again = { ...kept, changeId: randomUUID(), seen, approvedKip: 600 };
  await saveBudget(province, again);
  await expect(
    saveBudget(province, { ...again, changeId: randomUUID(), approvedKip: 700 }),
  ).rejects.toMatchObject({ code: "stale" });
});

it("keeps institutions with successors, agreements with parties, and what partners do where", async () => {
  const institution = (rest: object = {}) => ({
    ...form(),
    nameLo: "ທົດສອບ",
    nameEn: "test",
    kind: "ministry" as const,
    ...rest,
  });
  const heir = institution();
  const ended = institution({ to: "2025-03-01", successorId: heir.subject });
  await saveInstitution(ministry, heir);
  for (let again = 0; again < 2; again++) await saveInstitution(ministry, ended);
  const { institutions } = await institutionRegister(ministry);
  expect(institutions).toHaveLength(2);
  const { versions } = institutions.find(({ id }) => id === heir.subject) ?? { versions: {} };
  const circle = { ...heir, changeId: randomUUID(), seen: versions, successorId: ended.subject };
  await expect(saveInstitution(ministry, circle)).rejects.toMatchObject({
    details: { fields: { successorId: "circle" } },
  });
  const parties = [heir.subject, ended.subject];
  const agreement = { ...form(), kind: "memorandum" as const, title: "test", parties, from: "2024-01-01" };
  await saveAgreement(ministry, agreement);
  const work = { ...form(), institutionId: heir.subject, theme: "nutrition" as const, from: "2026-01-01" };
  await saveActivity(ministry, { ...work, districtId: here.districtId });
  const read = await partnerRegister(provinceOf(there));
  expect(read.activities).toMatchObject([
    { districtId: here.districtId, provinceId: here.provinceId, versions: {} },
  ]);
  expect((await institutionRegister(provinceOf(there))).agreements).toMatchObject([
    { parties, from: "2024-01-01" },
  ]);
  for (const actor of [provinceOf(here), actorFor({ role: "administrator", nation: true })]) {
    await expect(saveInstitution(actor, institution())).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveAgreement(actor, { ...agreement, ...form() })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(saveActivity(actor, { ...work, ...form() })).rejects.toMatchObject({ code: "forbidden" });
  }
});

it("counts what mentoring sessions cost once: not where a budget line has it, nor where nobody said", async () => {
  const place = there.districtId;
  const before = moneyView(await moneyOf(provinceOf(there), year, null), "2025-12-31");
  const mentor = actorFor({ role: "mentor", districtIds: [place] });
  for (const more of [
    { costKip: 1000, fundSource: "partner", inBudget: true },
    { costKip: 200, fundSource: "partner", inBudget: false },
    { costKip: 30, fundSource: "district", inBudget: false },
    { costKip: 4 },
    {},
  ] as const) {
    const fields = { startDate: "2025-05-05", venue: "district_hospital", ...more } as const;
    const change = newChange({ type: "mentoringSession", place, fields, madeAt: new Date() });
    expect((await applyChange(mentor, change)).status).toBe("accepted");
  }
  const money = await moneyOf(provinceOf(there), year, null);
  const view = moneyView(money, "2025-12-31");
  expect(sessionSums(money.sessions)).toEqual({ inLine: 1000, apart: 230, unsaid: 4, silent: 1 });
  const more = (payer: "own" | "partner") => view.byPayer[payer].spent - before.byPayer[payer].spent;
  expect([more("partner"), more("own")]).toEqual([200, 30]);
  const ofYear = ({ years }: typeof view) => years.find((one) => one.year === year)?.spent ?? 0;
  expect(ofYear(view) - ofYear(before), "the years say the same").toBe(230);
  const elsewhere = await moneyOf(provinceOf(here), year, null);
  expect(elsewhere.sessions).toEqual([]);
});
