import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { uuidv7 } from "@/lib/changes/uuid";
import type { Cell } from "@/lib/plans/spreadsheet-cells";
import { importPlan, removeLine, SaveLine, saveLine } from "./plan-commands";
import { planOfPlace, planPlaces } from "./plan-queries";
import { planToRows, readPlan } from "./plan-sheet";

let db: TestDatabase;
let here: TestDistrict;
let there: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
const asked = () => ({ year: 2026, within: here.provinceId, on: "2026-11-22" });
const numbered = (rows: readonly (readonly Cell[])[]) =>
  rows.map((cells, index) => ({ row: index + 1, cells: [...cells] }));

const form = (fields: Record<string, string>) =>
  SaveLine.parse({
    changeId: uuidv7(),
    subject: uuidv7(),
    seen: "{}",
    year: "2026",
    module: "3",
    level: "village",
    plannedDate: "2026-05-04",
    district: here.districtId,
    village: here.villageIds[0] as string,
    ...fields,
  });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner, 3);
  there = await makeDistrict(db.owner, 1);
  await db.owner`update places set code = ${`D${here.districtId.slice(0, 8)}`} where id = ${here.districtId}`;
  for (const [index, village] of here.villageIds.entries())
    await db.owner`update places set code = ${`v${here.districtId.slice(0, 8)}${index}`} where id = ${village}`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("a line of the plan", () => {
  it("is entered by the province or the ministry, once, and taken away again", async () => {
    const province = actorFor({ role: "province", districtIds: [here.districtId] });
    const input = form({ costKip: "8500000", facilitators: "A; B", funding: "own" });
    await saveLine(province, input);
    await saveLine(province, input);
    await expect(saveLine(ministry, form({}))).rejects.toMatchObject({
      details: { fields: { module: "duplicate" } },
    });
    const { lines } = await planOfPlace(ministry, asked());
    expect(lines).toMatchObject([
      { villageId: here.villageIds[0], costKip: 8_500_000, facilitators: ["A", "B"], heldOn: null },
    ]);
    const [line] = lines;
    const changed = form({ subject: line?.id ?? "", seen: JSON.stringify(line?.versions), note: "x" });
    await saveLine(ministry, changed);
    await expect(
      saveLine(province, { ...form({ subject: line?.id ?? "", note: "y" }) }),
    ).rejects.toMatchObject({
      code: "stale",
    });
    const removal = { changeId: uuidv7(), subject: line?.id ?? "", place: here.villageIds[0] as string };
    await removeLine(province, removal);
    await removeLine(province, removal);
    expect((await planOfPlace(ministry, asked())).lines).toEqual([]);
  });

  it("stays out of other provinces, of other years and of who does not plan", async () => {
    const elsewhere = actorFor({ role: "province", districtIds: [there.districtId] });
    await expect(saveLine(elsewhere, form({}))).rejects.toMatchObject({ code: "forbidden" });
    await expect(planOfPlace(elsewhere, asked())).rejects.toMatchObject({ code: "forbidden" });
    expect((await planPlaces(elsewhere, 2026)).map(({ id }) => id)).toEqual([there.districtId]);
    const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    await expect(saveLine(team, form({}))).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveLine(ministry, form({ plannedDate: "2027-01-02" }))).rejects.toMatchObject({
      details: { fields: { plannedDate: "not_in_year" } },
    });
  });
});

describe("the spreadsheet", () => {
  const place = (index: number) => `v${here.districtId.slice(0, 8)}${index}`;
  const heads = ["Place code", "Year", "Module", "Level", "Planned date", "Planned cost (kip)", "Who pays"];
  const importing = (rows: readonly (readonly Cell[])[], confirm: boolean) =>
    importPlan(ministry, { within: here.provinceId, year: 2026, rows: numbered(rows), confirm });

  it("says first what would change, names every wrong cell, writes the others, and reads its own file as nothing new", async () => {
    const rows = [
      heads,
      [place(0), 2026, 3, "Village", "4/5/2026", "8.500.000 ກີບ", "Own budget"],
      [place(1), 2026, "3", "ບ້ານ", "31/2/2026", "cheap", "Mars"],
      ["nowhere", 2026, 3, "Village", "4/5/2026", null, null],
      [place(2), 2026, 1, "District", "4/5/2025", null, null],
      [place(2), 2026, 1, "Village", "6/5/2026", null, null],
    ];
    const dry = await importing(rows, false);
    expect(dry).toMatchObject({ added: 2, changed: 0, taken: 0 });
    if (dry.refused) throw new Error(dry.refused);
    expect(dry.errors.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [3, "plannedDate", "not_a_date"],
      [3, "costKip", "not_a_number"],
      [3, "funding", "unknown_word"],
      [4, "place", "unknown_place"],
      [5, "place", "place_level"],
      [5, "plannedDate", "not_in_year"],
    ]);
    expect((await planOfPlace(ministry, asked())).lines).toEqual([]);
    expect(await importing(rows, true)).toMatchObject({ taken: 2 });
    expect(await importing(rows, true)).toMatchObject({ added: 0, changed: 0, taken: 0 });

    const plan = await planOfPlace(ministry, asked());
    for (const locale of ["lo", "en"] as const) {
      const own = planToRows(plan.lines, plan.institutions, locale);
      expect(await importing(own, false)).toMatchObject({
        added: 0,
        changed: 0,
        errors: [],
        unknownHeadings: [],
      });
    }
    const moved = [heads, [place(0), 2026, 3, "Village", "9/6/2026", 8_500_000, "Own budget"]];
    expect(await importing(moved, true)).toMatchObject({ added: 0, changed: 1, taken: 1 });
    expect((await planOfPlace(ministry, asked())).lines.map(({ plannedDate }) => plannedDate)).toEqual([
      "2026-05-06",
      "2026-06-09",
    ]);
  });

  it("refuses a sheet that is none", () => {
    const context = { places: [], institutions: [], lines: new Map() };
    expect(readPlan(numbered([["a", "b"]]), context)).toEqual({ refused: "no_heading" });
    expect(readPlan(numbered([["Place code", "ລະຫັດບ້ານ ຫຼື ເມືອງ"]]), context)).toEqual({
      refused: "duplicate_heading",
    });
  });
});
