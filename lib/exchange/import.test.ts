import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports, writeReport } from "@/lib/indicators/testing";
import { judgeAnew, judgeImport, undoImport, writeImport } from "./import-commands";
import { valueImportPage } from "./queries";
import { stageFile } from "./stage-commands";
import { byCode, dryRun, imported, makeFacility } from "./testing-imports";

const at = districtThatReports();
afterAll(() => closeDatabase());
const administrator = actorFor({ role: "administrator", nation: true });

let code: string;
beforeEach(async () => {
  code = `HC${randomUUID().slice(0, 6)}`;
  await makeFacility(at.db.owner, {
    districtId: at.here.districtId,
    villageId: at.village,
    code,
  });
  await at.db.owner`update places set code = ${`t${code}`} where id = ${at.village}`;
});

const row = (more: object = {}) => ({ dataElement: "ANC1", orgUnit: code, ...more });
const kept = async () => [
  ...(await at.db.owner`
    select e.code, d.period, d.source, d.value from data_values d join data_elements e on e.number = d.element_number
    where d.district_id = ${at.here.districtId} order by e.number, d.source`.values()),
];
const wrongSums = async () => (await at.db.owner`select rebuild_district_months()::int as n`)[0]?.n;
const conflictsOf = (importId: string) => at.db.owner`
  select row_no, field, value, reason from value_import_conflicts where import_id = ${importId} order by chunk, row_no`;

describe("a file of values", () => {
  it("is told first and written then, with the district's sums; again it changes nothing; undone it is gone", async () => {
    const file = [
      row({ value: "7" }),
      row({ dataElement: "ANC4", value: "0" }),
      row({ orgUnit: `t${code}`, value: "2" }),
    ];
    const importId = await dryRun(at.office, file);
    expect(await kept()).toEqual([]);
    const [told] = await at.db.owner`select counts from value_import_chunks where import_id = ${importId}`;
    expect(told?.counts).toEqual({ imported: 3 });

    expect(await writeImport(at.office, importId)).toMatchObject({ rows: 3, imported: 3, conflictRows: 0 });
    const stands = [
      ["ANC1", 202601, 1, 2],
      ["ANC1", 202601, 2, 7],
      ["ANC4", 202601, 2, 0],
    ];
    expect(await kept()).toEqual(stands);
    expect(await wrongSums()).toBe(0);
    expect(await writeImport(at.office, importId)).toMatchObject({ imported: 3 });

    const again = await imported(at.office, file);
    expect(again.summary).toMatchObject({
      imported: 0,
      updated: 0,
      deleted: 0,
      unchanged: 3,
      conflictRows: 0,
    });
    const changed = await imported(at.office, [row({ value: "9" })]);
    expect(changed.summary).toMatchObject({ updated: 1 });

    await undoImport(at.office, importId);
    expect(await kept()).toEqual([["ANC1", 202601, 2, 9]]);
    await undoImport(at.office, changed.importId);
    await undoImport(at.office, changed.importId);
    expect(await kept()).toEqual([["ANC1", 202601, 2, 7]]);
    expect(await wrongSums()).toBe(0);
    const changes = await at.db.owner`select kind from changes where subject_id = ${importId} order by seq`;
    expect(changes.map(({ kind }) => kind)).toEqual(["valueImport.record", "valueImport.delete"]);
    await expect(writeImport(at.office, importId)).rejects.toMatchObject({ code: "stale" });
  });

  it("adds combinations and days up, counts the same row twice once, and guesses nothing", async () => {
    const file = [
      row({ categoryOptionCombo: "f", value: "3" }),
      row({ categoryOptionCombo: "m", value: "4" }),
      row({ categoryOptionCombo: "m", value: "4" }),
      row({ dataElement: "ANC4", period: "20260105", value: "1" }),
      row({ dataElement: "ANC4", period: "20260131", value: "2" }),
      row({ dataElement: "PENTA1", value: "5" }),
      row({ dataElement: "PENTA1", value: "6" }),
      row({ dataElement: "PENTA3", value: "5" }),
      row({ dataElement: "PENTA3", period: "20260101", value: "5" }),
    ];
    const { importId, summary } = await imported(at.office, file);
    expect(summary).toMatchObject({ rows: 9, imported: 5, conflicts: { repeated: 2, month_and_days: 2 } });
    expect(await kept()).toEqual([
      ["ANC1", 202601, 2, 7],
      ["ANC4", 202601, 2, 3],
    ]);
    expect([...(await conflictsOf(importId))]).toEqual([
      { row_no: 8, field: "value", value: "7", reason: "repeated" },
      { row_no: 9, field: "value", value: "9", reason: "month_and_days" },
    ]);
  });

  it("tells every row it cannot use, with its place, its field and the reason", async () => {
    const other = await makeDistrict(at.db.owner, 1);
    const elsewhere = `E${code}`;
    await makeFacility(at.db.owner, {
      districtId: other.districtId,
      villageId: other.villageIds[0] as string,
      code: elsewhere,
    });
    await at.db.owner`update places set code = ${`d${code}`} where id = ${at.here.districtId}`;
    const file = [
      row({ value: "x" }),
      row({ value: "-1" }),
      row({ value: "1.5" }),
      row({ value: "" }),
      row({ period: "2026Q1" }),
      row({ period: "2026W05" }),
      row({ period: "January" }),
      row({ period: "209901" }),
      row({ dataElement: "" }),
      row({ orgUnit: elsewhere }),
      row({ orgUnit: `d${code}` }),
      row({ orgUnit: "nobody" }),
      row({ dataElement: "WHAT" }),
      row({ value: "12.0" }),
    ];
    const { importId, summary } = await imported(at.office, file);
    expect(summary).toMatchObject({ rows: 14, imported: 1, unknown: 2, conflictRows: 11 });
    expect(summary.conflicts).toEqual({
      value_not_whole: 3,
      value_missing: 1,
      period_quarter: 1,
      period_week: 1,
      period_unknown: 1,
      future: 1,
      missing: 1,
      outside: 1,
      no_reporter: 1,
    });
    expect((await conflictsOf(importId))[0]).toEqual({
      row_no: 2,
      field: "value",
      value: "x",
      reason: "value_not_whole",
    });
    expect(await kept()).toEqual([["ANC1", 202601, 2, 12]]);
    expect(await at.db.owner`select 1 from data_values where district_id = ${other.districtId}`).toHaveLength(
      0,
    );
    const national = await imported(administrator, file);
    expect(national.summary).toMatchObject({ imported: 1, unchanged: 1 });
  });

  it("creates, updates or deletes as it is asked to", async () => {
    await imported(at.office, [row({ value: "7" })]);
    const both = [row({ value: "8" }), row({ dataElement: "ANC4", value: "2" })];
    const asked = (importStrategy: string) => ({ ...byCode, importStrategy });
    expect((await imported(at.office, both, asked("CREATE"))).summary).toMatchObject({
      imported: 1,
      notAsked: 1,
    });
    expect(
      (await imported(at.office, [row({ value: "8" }), row({ dataElement: "PENTA1" })], asked("UPDATE")))
        .summary,
    ).toMatchObject({ updated: 1, notAsked: 1 });
    expect(
      (await imported(at.office, [row(), row({ dataElement: "PENTA1" })], asked("DELETE"))).summary,
    ).toMatchObject({ deleted: 1, unchanged: 1 });
    const gone = await imported(at.office, [row({ dataElement: "ANC4", deleted: true })]);
    expect(gone.summary).toMatchObject({ deleted: 1 });
    expect(await kept()).toEqual([]);
    expect(await wrongSums()).toBe(0);
    await undoImport(at.office, gone.importId);
    expect(await kept()).toEqual([["ANC4", 202601, 2, 2]]);
  });

  it("replaces what a report says, but never what somebody verified, and says so", async () => {
    await writeReport(at, at.reporter, { period: 202601, "value.ANC1": 4, "value.ANC4": 1 });
    const file = [row({ orgUnit: `t${code}`, value: "5" })];
    expect((await imported(at.office, file)).summary).toMatchObject({ updated: 1 });
    await at.db.owner`update data_values set status = 2 where district_id = ${at.here.districtId}`;
    const { importId, summary } = await imported(at.office, [
      ...file,
      row({ orgUnit: `t${code}`, dataElement: "ANC4", value: "3" }),
    ]);
    expect(summary).toMatchObject({ unchanged: 1, conflicts: { verified: 1 } });
    expect([...(await conflictsOf(importId))]).toEqual([
      { row_no: 3, field: "value", value: "3 ≠ 1", reason: "verified" },
    ]);
  });

  it("goes on where it was interrupted", async () => {
    const importId = await dryRun(at.office, [row({ value: "7" })]);
    await at.db.owner`update value_imports set status = 'writing' where id = ${importId}`;
    expect(await writeImport(at.office, importId)).toMatchObject({ imported: 1 });
    expect(await kept()).toEqual([["ANC1", 202601, 2, 7]]);
  });

  it("knows units and elements by identifier, code or name; two of one name are nobody", async () => {
    const said = (orgUnit: string, dataElement: string, schemes: object) =>
      imported(at.office, [row({ orgUnit, dataElement })], { ...schemes }).then(({ summary }) => summary);
    const uid = `U${code.padEnd(10, "0")}`;
    expect(await said(uid, "ANC1", { dataElementIdScheme: "CODE" })).toMatchObject({ imported: 1 });
    const names = { idScheme: "NAME" };
    expect(await said(`centre ${code}`, "First antenatal visits", names)).toMatchObject({ unchanged: 1 });
    const twin = { districtId: at.here.districtId, villageId: at.village, code: `B${code}` };
    await makeFacility(at.db.owner, twin);
    await at.db.owner`update facilities set name_en = ${`Centre ${code}`} where code = ${twin.code}`;
    expect(await said(`Centre ${code}`, "First antenatal visits", names)).toMatchObject({ unknown: 1 });
  });
});

describe("who may", () => {
  const others = [
    "facilitator",
    "health_centre",
    "governor_office",
    "province",
    "ministry",
    "partner",
  ] as const;

  it.each(others)("a %s may not", async (role) => {
    const actor = actorFor({ role, districtIds: [at.here.districtId], nation: role === "ministry" });
    await expect(dryRun(actor, [row()])).rejects.toMatchObject({ code: "forbidden" });
    for (const command of [writeImport, undoImport, judgeAnew])
      await expect(command(actor, randomUUID())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("an office of another district neither sees nor writes it", async () => {
    const importId = await dryRun(at.office, [row({ value: "7" })]);
    const other = await makeDistrict(at.db.owner, 1);
    const stranger = actorFor({ role: "health_office", districtIds: [other.districtId] });
    for (const command of [writeImport, undoImport, judgeAnew])
      await expect(command(stranger, importId)).rejects.toMatchObject({ code: "not_found" });
    expect(await kept()).toEqual([]);
  });

  it("a file that cannot be read leaves nothing behind", async () => {
    const bytes = [new TextEncoder().encode("<!DOCTYPE a><dataValueSet/>")];
    const file = { name: "f.xml", via: "file", format: "xml", bytes, asked: {} } as const;
    await expect(stageFile(at.office, file)).rejects.toMatchObject({
      code: "invalid",
      details: { reason: "doctype" },
    });
    const nonsense = { ...file, format: "csv", bytes: [], asked: { importStrategy: "MAYBE" } } as const;
    await expect(stageFile(at.office, nonsense)).rejects.toMatchObject({ details: { reason: "options" } });
    expect(
      await at.db.owner`select 1 from value_imports where created_by = ${at.office.userId}`,
    ).toHaveLength(0);
  });
});

describe("whose import it is", () => {
  it("is an office's own while it works there: not one district's of several, nor of whoever has moved on", async () => {
    const there = await makeDistrict(at.db.owner);
    const both = { districtIds: [at.here.districtId, there.districtId] };
    const province = actorFor({ role: "health_office", ...both });
    const importId = await dryRun(province, [row()]);
    expect(await valueImportPage(province, importId)).toMatchObject({ id: importId });
    expect(await valueImportPage(at.office, importId)).toBeNull();
    await expect(writeImport(at.office, importId)).rejects.toMatchObject({ code: "not_found" });
    const moved = actorFor({ role: "health_office", districtIds: [there.districtId] });
    const own = await dryRun(at.office, [row()]);
    const stranger = { ...moved, userId: at.office.userId } as typeof moved;
    expect(await valueImportPage(stranger, own)).toBeNull();
    await expect(writeImport(stranger, own)).rejects.toMatchObject({ code: "not_found" });
  });

  it("looked at again while it is written, it stays written and can be taken back", async () => {
    const importId = await dryRun(at.office, [row({ value: "4" })]);
    await Promise.all([judgeImport(at.office, importId), writeImport(at.office, importId)]);
    expect(await writeImport(at.office, importId)).toMatchObject({ imported: 1 });
    const [stands] = await at.db.owner`select status from value_imports where id = ${importId}`;
    expect(stands?.status).toBe("written");
    await undoImport(at.office, importId);
    expect(await kept()).toEqual([]);
  });

  it("taken back after a decree moved the village, it leaves what lies elsewhere now", async () => {
    const before = await imported(at.office, [row({ value: "5" })]);
    const gone = await imported(at.office, [row({ value: "5" })], { ...byCode, importStrategy: "DELETE" });
    expect(gone.summary).toMatchObject({ deleted: 1 });
    const there = await makeDistrict(at.db.owner);
    await at.db.owner`update facilities set village_id = ${there.villageIds[0] ?? null} where code = ${code}`;
    await undoImport(at.office, gone.importId);
    expect(await kept()).toEqual([]);
    const [chunk] = await at.db
      .owner`select counts from value_import_chunks where import_id = ${gone.importId}`;
    expect(chunk?.counts).toMatchObject({ restored: 0, stayed: 1 });
    expect(before.summary).toMatchObject({ imported: 1 });
  });
});
