import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { startClockAt } from "@/lib/clock";
import { placeHistory } from "@/lib/history/queries";
import { verifyReport } from "./commands";
import { districtIndicators } from "./district-queries";
import { districtRun } from "./district-run";
import { villageIndicators } from "./place-queries";
import { reportId } from "./record-id";
import { reportForOffice, reportsOfMonth } from "./report-queries";
import { expectedIn, standingOf } from "./reporting";
import { districtThatReports, valuesOf, writeReport } from "./testing";

const at = districtThatReports();
afterAll(closeDatabase);
beforeEach(() => startClockAt("2026-11-20T05:00:00Z"));

type Standing = Readonly<{ districtId: string; villageIds: readonly string[] }>;

/** A health centre of this village, standing in it or in the first village of another district. */
async function centreOf(
  village: string,
  from: string,
  { districtId, villageIds }: Standing = { districtId: at.here.districtId, villageIds: [village] },
) {
  const id = randomUUID();
  await at.db.owner`
    insert into facilities (id, type, name_lo, district_id, village_id, source)
    values (${id}, 'health_centre_a', 'ສຸກສາລາທົດສອບ', ${districtId}, ${villageIds[0] as string}, 'test')`;
  await at.db.owner`
    insert into catchments (facility_id, district_id, village_id, valid_from)
    values (${id}, ${at.here.districtId}, ${village}, ${from})`;
  return id;
}
const figure = (value: number) =>
  applyChange(
    at.office,
    newChange({
      type: "populationFigure",
      place: at.village,
      fields: { kind: "expected_pregnancies", year: 2026, value, method: "enumerated", asOf: "2026-01-10" },
      madeAt: new Date(),
    }),
  );
const rowOf = async (code: string, actor = at.office) =>
  (await villageIndicators(actor, at.village)).rows.find(({ indicator }) => indicator.code === code);

describe("a village's page", () => {
  it("shows its own count, and the health centre's as the health centre's, for the months in which it served", async () => {
    const centre = await centreOf(at.village, "2026-09-01");
    const month = { reporterKind: "facility", reporterId: centre, source: "facility" } as const;
    await writeReport(at, at.office, { "value.ANC4": 2 });
    await writeReport(at, at.office, { ...month, period: 202608, "value.ANC4": 50 });
    await writeReport(at, at.office, { ...month, period: 202609, "value.ANC4": 9 });
    await writeReport(at, at.office, { source: "survey", "value.ANC4": 4 });
    await figure(24);
    const row = await rowOf("ANC4_COV");
    expect(row?.year).toMatchObject({
      rate: { k: 2, n: 2, months: 1 },
      figure: { value: 24, method: "enumerated" },
    });
    expect(row?.quarters.map(({ spell }) => spell.k)).toEqual([null, null, null, 2]);
    expect(row?.centres).toMatchObject([{ nameLo: "ສຸກສາລາທົດສອບ", year: { rate: { k: 9, months: 1 } } }]);
    expect(row?.beside).toMatchObject([{ source: "survey", year: { rate: { k: 4 } } }]);
  });

  it("opens one indicator: months by who counted, the report behind each, before and since, workshop and plan", async () => {
    const centre = await centreOf(at.village, "2026-09-01");
    const team = actorFor({ role: "facilitator", districtIds: [at.here.districtId] });
    const fields = { module: "3", level: "village", startDate: "2026-09-02" } as const;
    const workshop = newChange({ type: "workshop", place: at.village, fields, madeAt: new Date() });
    await applyChange(team, workshop);
    const births = { "value.LIVE_BIRTHS": 4, "value.BIRTHS_REG": 3 };
    await writeReport(at, at.office, { period: 202608, ...births });
    const { change } = await writeReport(at, at.reporter, { period: 202609, ...births });
    const month = { reporterKind: "facility", reporterId: centre, source: "facility" } as const;
    await writeReport(at, at.office, { ...month, period: 202608, ...births });
    await writeReport(at, at.office, { ...month, period: 202609, ...births });
    const { opened } = await villageIndicators(at.office, at.village, "BIRTH_REG");
    expect(opened).toMatchObject({
      since: { before: { k: 3, n: 4, months: 1 }, after: { k: 3, n: 4, months: 1 } },
      counters: [{ key: "village" }, { source: "facility", name: { nameLo: "ສຸກສາລາທົດສອບ" } }],
      standing: { workshops: [{ id: workshop.subject }], plan: null, photo: null },
    });
    expect(opened?.elements.map(({ code }) => code).sort()).toEqual(["BIRTHS_REG", "LIVE_BIRTHS"]);
    const part = (period: number) => opened?.parts.find((one) => one.period === period);
    expect(part(202609)).toMatchObject({
      pairs: [
        { k: 3, n: 4 },
        { k: 3, n: 4 },
      ],
      report: { id: change.subject, verified: null },
    });
    expect(part(202608)?.pairs[1], "before it served the village").toEqual({ k: null, n: null });
    expect((await villageIndicators(at.office, at.village, "NO_SUCH")).opened).toBeNull();
    await writeReport(at, at.office, { period: 202610, "value.DEATH_U5": 1 });
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    expect((await villageIndicators(governor, at.village, "DEATH_0_4")).opened).toBeNull();
  });

  it("keeps deaths to those who report and verify", async () => {
    await writeReport(at, at.office, { "value.DEATH_U5": 1 });
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    expect(await rowOf("DEATH_0_4", governor)).toBeUndefined();
    expect((await rowOf("DEATH_0_4", at.reporter))?.year.rate.k).toBe(1);
  });

  it("is not given to the same person in another role from what was kept in the first", async () => {
    await writeReport(at, at.office, { "value.DEATH_U5": 1 });
    const inRole = (role: "health_office" | "governor_office") =>
      actorFor({ role, userId: at.office.userId, districtIds: [at.here.districtId] });
    expect((await rowOf("DEATH_0_4", inRole("health_office")))?.year.rate.k).toBe(1);
    expect(await rowOf("DEATH_0_4", inRole("governor_office"))).toBeUndefined();
    expect((await rowOf("DEATH_0_4", inRole("health_office")))?.year.rate.k).toBe(1);
  });

  it("is read anew after its health centre in another district reports", async () => {
    const other = await makeDistrict(at.db.owner);
    const centre = await centreOf(at.village, "2026-09-01", other);
    const districtIds = [at.here.districtId, other.districtId];
    const province = actorFor({ role: "province", districtIds });
    const ofCentre = async () => (await rowOf("ANC4_COV", province))?.centres[0]?.year.rate.k ?? null;
    expect(await ofCentre()).toBeNull();
    const month = {
      reporterKind: "facility",
      reporterId: centre,
      source: "facility",
      period: 202609,
    } as const;
    const there = actorFor({ role: "health_office", districtIds: [other.districtId] });
    await writeReport({ ...at, village: other.villageIds[0] as string }, there, {
      ...month,
      "value.ANC4": 7,
    });
    expect(await ofCentre()).toBe(7);
  });

  it("is closed to another district, and says what cannot be over a year", async () => {
    const other = await makeDistrict(at.db.owner);
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    await expect(villageIndicators(stranger, at.village)).rejects.toMatchObject({ code: "forbidden" });
    await writeReport(at, at.office, { "value.ANC1": 1, "value.ANC4": 3 });
    await writeReport(at, at.office, { period: 202609, "value.ANC1": 1, "value.ANC4": 0 });
    const { warnings, reported } = await villageIndicators(at.office, at.village);
    expect(warnings).toMatchObject([{ code: "ANC4", value: 3, limit: 2 }]);
    expect(reported).toBe(2);
  });
});

describe("a district's page", () => {
  it("adds up one source, says how complete it is, and leaves the others apart", async () => {
    const [one, two] = at.here.villageIds as [string, string];
    for (const period of [202609, 202610]) await writeReport(at, at.office, { period, "value.ANC1": 3 });
    const change = { type: "report", place: two, madeAt: new Date() } as const;
    const key = { reporterKind: "village", reporterId: two, period: 202609, source: "village" } as const;
    const fields = { ...key, submitted: true, "value.ANC1": 4 };
    await applyChange(at.office, newChange({ ...change, subject: await reportId(key), fields }));
    const page = await districtIndicators(at.office, { districtId: at.here.districtId });
    expect(one).toBe(at.village);
    expect(page.source).toBe("village");
    const row = page.rows.find(({ indicator }) => indicator.code === "ANC1_COV");
    expect(row?.pairs.slice(-2)).toEqual([
      { k: 7, n: null },
      { k: 3, n: null },
    ]);
    expect(page.completeness.slice(-2)).toEqual([
      { received: 2, expected: 2 },
      { received: 1, expected: 2 },
    ]);
    expect(districtRun(page, "ANC1_COV")).toMatchObject({ unit: "count", run: { status: "too-early" } });
    const reporter = at.reporter;
    await expect(async () =>
      districtIndicators(reporter, { districtId: at.here.districtId }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("freezes the median at the first workshop when enough months lie before it", () => {
    const months = Array.from({ length: 24 }, (_, n) => (n < 12 ? 202501 + n : 202601 + n - 12));
    const indicator = { code: "X", numerator: ["A"], nameLo: "", nameEn: "" } as never;
    const pairs = months.map((_, n) => ({ k: n < 14 ? 10 + (n % 3) : 20, n: null }));
    const page = { months, workshop: 202603, rows: [{ indicator, pairs, year: {} as never }] };
    expect(districtRun(page, "X")).toMatchObject({
      workshop: 14,
      run: { status: "signal", medianPoints: 14 },
    });
    const early = districtRun({ ...page, workshop: 202502 }, "X");
    expect(early).toMatchObject({ workshop: 1, run: { medianPoints: 24 } });
  });
});

describe("the office", () => {
  const said = (reportId: string, seen: string, verdict: "verified" | "returned" = "verified") => ({
    changeId: randomUUID(),
    subject: randomUUID(),
    reportId,
    seen,
    verdict,
  });

  it("sees who reported, who has not and who never began", async () => {
    await writeReport(at, at.reporter, { "value.ANC1": 3 });
    await writeReport(at, at.reporter, { period: 202609, submitted: false, "value.ANC1": 3 });
    const { reporters } = await reportsOfMonth(at.office, { districtId: at.here.districtId, period: 202609 });
    expect(reporters).toHaveLength(3);
    const expected = reporters.filter((one) => expectedIn(one, 202609));
    expect(expected).toMatchObject([{ id: at.village, since: 202609, submitted: false }]);
    expect(standingOf(expected[0] as never, "2026-10-10", "2026-11-20")).toEqual({
      state: "begun",
      received: false,
      late: true,
    });
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(async () =>
      reportsOfMonth(governor, { districtId: at.here.districtId, period: 202609 }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("verifies what it read: not other values, not its own, and says why it sends back", async () => {
    const { change } = await writeReport(at, at.reporter, { "value.ANC1": 3 });
    const { digest } = await reportForOffice(at.office, change.subject);
    await expect(verifyReport(at.office, said(change.subject, "0".repeat(64)))).rejects.toMatchObject({
      code: "stale",
    });
    await expect(verifyReport(at.office, said(change.subject, digest, "returned"))).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { note: "required" } },
    });
    const once = said(change.subject, digest);
    await verifyReport(at.office, once);
    await verifyReport(at.office, once);
    expect(await valuesOf(at)).toMatchObject([{ status: 2 }]);
    const mine = await writeReport(at, at.office, { period: 202609, "value.ANC1": 3 });
    const own = await reportForOffice(at.office, mine.change.subject);
    expect(own).toMatchObject({ own: true, period: 202609, values: { ANC1: 3 } });
    await expect(verifyReport(at.office, said(own.id, own.digest))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await reportForOffice(at.office, change.subject)).before).toEqual({ ANC1: 3 });
  });
});

describe("the history of a monthly report", () => {
  it("names what was counted, for those who write or verify reports and for nobody else", async () => {
    const { change } = await writeReport(at, at.office, { "value.ANC1": 4, "value.DEATH_U5": 1 });
    const { records } = await placeHistory(at.office, at.village);
    expect(records).toMatchObject([{ id: change.subject, type: "report", label: "202610", changes: 1 }]);
    const { shown } = await placeHistory(at.office, at.village, change.subject);
    expect(shown?.lines[0]?.after).toMatchObject({ "value.ANC1": 4, "value.DEATH_U5": 1 });
    expect(shown?.names["value.DEATH_U5"]?.nameEn).toMatch(/death/i);
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    expect((await placeHistory(governor, at.village)).records).toEqual([]);
    await expect(placeHistory(governor, at.village, change.subject)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
