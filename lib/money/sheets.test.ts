import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { setAside } from "@/lib/changes/set-aside";
import type { Cell } from "@/lib/plans/spreadsheet-cells";
import { writeWorkbook } from "@/lib/plans/workbook";
import { saveBudget } from "./budget-commands";
import { budgetLine, budgetLines, moneyOf } from "./budget-queries";
import { budgetSheetRows } from "./budget-sheet";
import { saveInstitution } from "./institution-commands";
import { partnerRegister } from "./partner-queries";
import { partnerSheetRows } from "./partner-sheet";
import { takeBudgetSheet, takePartnerSheet } from "./sheet-commands";
import { moneyWords } from "./words";

let db: TestDatabase;
let here: TestDistrict;
let there: TestDistrict;
const year = 2026;
const code = `T${Math.floor(Math.random() * 1e9)}`;
const ministry = actorFor({ role: "ministry", nation: true });
const provinceOf = (district: TestDistrict) =>
  actorFor({ role: "province", placeId: district.provinceId, districtIds: [district.districtId] });
const governor = () => actorFor({ role: "governor_office", districtIds: [here.districtId] });
const form = () => ({ changeId: randomUUID(), subject: randomUUID(), seen: {} });
const line = { year, purpose: "training", fundSource: "district", plannedKip: 100 } as const;

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  there = await makeDistrict(db.owner);
  await db.owner`update places set code = ${code} where id = ${here.districtId}`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const bytesOf = async (rows: readonly (readonly Cell[])[]) => new Uint8Array(await writeWorkbook(rows, "x"));
const budgetRows = async (locale: "lo" | "en" = "lo") => {
  const { lines, ...lists } = await budgetLines(provinceOf(here), { year, level: "district" });
  return budgetSheetRows(lines, lists, { words: moneyWords(), locale });
};
const take = async (rows: readonly (readonly Cell[])[], confirm: boolean, actor = provinceOf(here)) =>
  takeBudgetSheet(actor, { bytes: await bytesOf(rows), confirm, year });

it("budget lines come back from their sheet: dry first, what differs once, and twice adds nothing", async () => {
  await saveBudget(provinceOf(here), { ...form(), ...line, districtId: here.districtId });
  const rows = await budgetRows();
  expect(await take(rows, true)).toMatchObject({ changed: 0, added: 0, errors: [] });
  const [head = [], first = []] = rows;
  const at = (name: string) => head.indexOf(name);
  const changed = first.with(at("ວາງແຜນ (ກີບ)"), 250);
  const part = first.with(0, null).with(at("ກຳນົດເບີກຈ່າຍ"), new Date("2026-06-01"));
  const sent = [head, changed, part, part.with(at("ວາງແຜນ (ກີບ)"), 30)];
  expect(await take(sent, false)).toMatchObject({ changed: 1, added: 2, taken: 0 });
  expect(await take(sent, true)).toMatchObject({ changed: 1, added: 2, taken: 3 });
  expect(await take(sent, true), "twice adds nothing").toMatchObject({ changed: 0, added: 0, taken: 0 });
  const { lines } = await moneyOf(provinceOf(here), year, null);
  expect(lines.map(({ plannedKip }) => plannedKip).sort()).toEqual([100, 250, 30]);
});

it("names every cell that cannot be taken, in either language, and takes the rest", async () => {
  const [head = [], first = []] = await budgetRows("en");
  const at = (name: string) => head.indexOf(name);
  const wrong = [
    first.with(0, null).with(at("Place code"), "nowhere"),
    first.with(0, null).with(at("What for"), "Workshops").with(at("Spent (kip)"), 5),
    first.with(0, null).with(at("Year"), null).with(at("Planned (kip)"), "many"),
    first.with(0, randomUUID()),
  ];
  const answer = await take([head, ...wrong, first], true);
  expect(answer).toMatchObject({
    errors: [
      { row: 2, heading: "Place code", value: "nowhere", reason: "unknown_place" },
      { row: 3, heading: "Spent (kip)", value: "5", reason: "contradiction" },
      { row: 4, heading: "Planned (kip)", value: "many", reason: "not_a_number" },
      { row: 4, heading: "Year", reason: "required" },
      { row: 5, reason: "unknown_code" },
    ],
  });
  expect(await take([["something else"], ["1"]], true)).toEqual({ refused: "no_heading" });
});

it("is the province's for its districts and the ministry's for the nation, and nobody else's", async () => {
  const rows = await budgetRows();
  expect(await take(rows, true, provinceOf(there)), "another province's codes").toMatchObject({ taken: 0 });
  await expect(take(rows, true, governor())).rejects.toMatchObject({ code: "forbidden" });
  const [head = [], first = []] = rows;
  const nation = first.with(0, null).with(1, null);
  const answer = await takeBudgetSheet(ministry, {
    bytes: await bytesOf([head, nation]),
    confirm: true,
    year,
  });
  expect(answer).toMatchObject({ added: 1, taken: 1 });
});

it("the partner register comes back from its sheet", async () => {
  const partner = { ...form(), nameLo: "ຄູ່ຮ່ວມ ກ", nameEn: "Partner A", kind: "partner" as const };
  await saveInstitution(ministry, partner);
  const head = partnerSheetRows(await partnerRegister(ministry), { words: moneyWords(), locale: "en" })[0];
  const row = [null, "Partner A", "Nutrition", code, null, new Date("2026-01-01"), null, "list", null];
  const late = row.with(6, new Date("2025-01-01"));
  const sent = { bytes: await bytesOf([head ?? [], row, late]), confirm: true };
  expect(await takePartnerSheet(ministry, sent)).toMatchObject({
    added: 1,
    errors: [{ row: 3, reason: "before_start" }],
  });
  expect(await takePartnerSheet(ministry, sent)).toMatchObject({ added: 0, changed: 0 });
  const { activities } = await partnerRegister(ministry);
  expect(activities).toMatchObject([{ districtId: here.districtId, provinceId: here.provinceId }]);
  await expect(takePartnerSheet(provinceOf(here), sent)).rejects.toMatchObject({ code: "forbidden" });

  const [id = ""] = activities.map((one) => one.id);
  await setAside(ministry, "partnerActivity", { changeId: randomUUID(), subject: id });
  const after = await partnerRegister(ministry);
  expect([after.activities.length, after.out.map((one) => one.id)]).toEqual([0, [id]]);
  expect((await partnerRegister(provinceOf(here))).out, "only who may bring it back").toEqual([]);
  await setAside(ministry, "partnerActivity", { changeId: randomUUID(), subject: id, back: "yes" });
  expect((await partnerRegister(ministry)).activities).toHaveLength(1);
});

it("a line says who changed what to whoever reads the line, and can be deleted and brought back", async () => {
  const made = { ...form(), ...line, provinceId: here.provinceId };
  await saveBudget(ministry, made);
  const { versions = {} } = (await budgetLine(ministry, made.subject)).line ?? {};
  await saveBudget(ministry, { ...made, changeId: randomUUID(), seen: versions, plannedKip: 900 });
  const told = await budgetLine(provinceOf(here), made.subject);
  expect(told.changes).toMatchObject([
    { before: { plannedKip: 100 }, after: { plannedKip: 900 } },
    { after: { plannedKip: 100 } },
  ]);
  for (const other of [provinceOf(there), governor()])
    expect((await budgetLine(other, made.subject)).changes).toEqual([]);

  const own = { ...form(), ...line, districtId: here.districtId, plannedKip: 7 };
  await saveBudget(provinceOf(here), own);
  const out = { changeId: randomUUID(), subject: own.subject, place: here.districtId };
  await expect(setAside(governor(), "budget", out)).rejects.toMatchObject({ code: "forbidden" });
  for (let again = 0; again < 2; again++) await setAside(provinceOf(here), "budget", out);
  const money = await moneyOf(governor(), year, null);
  expect(money.lines.some(({ id }) => id === own.subject)).toBe(false);
  expect(money.out.map(({ id }) => id)).toEqual([own.subject]);
  expect((await budgetLine(governor(), own.subject)).line?.out).toBe(true);
  await setAside(provinceOf(here), "budget", { ...out, changeId: randomUUID(), back: "yes" });
  const back = await budgetLine(governor(), own.subject);
  expect(back).toMatchObject({ line: { out: false, plannedKip: 7 } });
  expect(back.changes.map(({ kind }) => kind)).toEqual(["budget.undelete", "budget.delete", "budget.record"]);
});
