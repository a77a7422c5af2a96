import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { importPlanSheet } from "./commands";
import { planSheet } from "./queries";
import { planToRows } from "./spreadsheet";
import type { Cell } from "./spreadsheet-cells";
import { planColumns } from "./spreadsheet-columns";
import { readWorkbook, writeWorkbook } from "./workbook";

let db: TestDatabase;
let here: TestDistrict;
let facilitator: Actor;
let stranger: Actor;
const madeAt = new Date("2026-11-21T05:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  const elsewhere = await makeDistrict(db.owner);
  facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function recorded<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>): Promise<string> {
  const change = newChange({ type, place: here.villageIds[0] as string, fields, madeAt });
  expect(await applyChange(facilitator, change)).toMatchObject({ status: "accepted" });
  return change.subject;
}

async function aPlan() {
  const workshopId = await recorded("workshop", { module: "3", level: "village", startDate: "2026-11-20" });
  const problemId = await recorded("problem", { workshopId, statement: "ທາງຂາດໃນລະດູຝົນ", position: 1 });
  const planId = await recorded("plan", { workshopId, status: "draft" });
  const common = { planId, level: "village" } as const;
  const bridge = await recorded("action", {
    ...common,
    what: "ສ້ອມຂົວ",
    problemId,
    costKip: 18_500_000,
    position: 1,
  });
  await recorded("action", { ...common, what: "ຝຶກ ອສບ", position: 2 });
  return { planId, bridge };
}

/** The sheet as it goes out, through a real file, with some cells typed over. */
async function sheetWith(planId: string, edits: (rows: Cell[][]) => void = () => {}) {
  const rows = planToRows({ ...(await planSheet(facilitator, planId)), locale: "lo" });
  edits(rows);
  return readWorkbook(new Uint8Array(await writeWorkbook(rows, "ແຜນ")));
}

const at = (column: (typeof planColumns)[number]["key"]) =>
  planColumns.findIndex(({ key }) => key === column);

describe("importPlanSheet", () => {
  it("an untouched file changes nothing, in a dry run or confirmed", async () => {
    const { planId } = await aPlan();
    const rows = await sheetWith(planId);
    const none = { changed: 0, added: 0, reports: 0, errors: [], taken: 0 };
    expect(await importPlanSheet(facilitator, { planId, rows, confirm: false })).toMatchObject(none);
    expect(await importPlanSheet(facilitator, { planId, rows, confirm: true })).toMatchObject(none);
  });

  it("a dry run writes nothing; confirmed, each row is a change of its own with its history", async () => {
    const { planId, bridge } = await aPlan();
    const rows = await sheetWith(planId, (cells) => {
      (cells[1] as Cell[])[at("costKip")] = 20_000_000;
      (cells[1] as Cell[])[at("status")] = "ສຳເລັດແລ້ວ";
      const fresh: Cell[] = planColumns.map(() => null);
      fresh[at("what")] = "ຂຸດນ້ຳສ້າງ";
      fresh[at("level")] = "ບ້ານ";
      fresh[at("problem")] = 1;
      cells.push(fresh);
    });
    const expected = { changed: 1, added: 1, reports: 1, errors: [] };
    const before = await planSheet(facilitator, planId);
    expect(await importPlanSheet(facilitator, { planId, rows, confirm: false })).toMatchObject(expected);
    expect(await planSheet(facilitator, planId)).toEqual(before);

    expect(await importPlanSheet(facilitator, { planId, rows, confirm: true })).toMatchObject({ taken: 2 });
    const { actions } = await planSheet(facilitator, planId);
    expect(actions.map(({ action, status }) => [action.what, action.costKip, status])).toEqual([
      ["ສ້ອມຂົວ", 20_000_000, "done"],
      ["ຝຶກ ອສບ", null, "not_started"],
      ["ຂຸດນ້ຳສ້າງ", null, "not_started"],
    ]);
    const history = await db.owner`select kind from changes where subject_id = ${bridge} order by seq`;
    expect(history.map(({ kind }) => kind)).toEqual(["action.record", "action.record"]);
    const [told] = await db.owner`select office, status from progress_reports where action_id = ${bridge}`;
    expect(told).toMatchObject({ office: "facilitator_team", status: "done" });
  });

  it("names each wrong cell by row and value, and takes the other rows", async () => {
    const { planId } = await aPlan();
    const rows = await sheetWith(planId, (cells) => {
      (cells[1] as Cell[])[at("due")] = "31/2/2026";
      (cells[2] as Cell[])[at("what")] = "ຝຶກ ອສບ 2 ຄົນ";
    });
    const answer = await importPlanSheet(facilitator, { planId, rows, confirm: true });
    expect(answer).toMatchObject({
      taken: 1,
      errors: [{ row: 2, column: "due", value: "31/2/2026", reason: "not_a_date" }],
    });
    const { actions } = await planSheet(facilitator, planId);
    expect(actions.map(({ action }) => action.what)).toEqual(["ສ້ອມຂົວ", "ຝຶກ ອສບ 2 ຄົນ"]);
  });

  it("refuses roles that may not record, and another district's people see no such plan", async () => {
    const { planId } = await aPlan();
    const rows = await sheetWith(planId);
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    await expect(importPlanSheet(governor, { planId, rows, confirm: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(importPlanSheet(stranger, { planId, rows, confirm: true })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(planSheet(stranger, planId)).rejects.toMatchObject({ code: "not_found" });
  });
});
