import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundSources, governanceLevels } from "@/lib/workshops/vocabularies";
import { actionStatuses, offices } from "./schema";
import { planToRows, type SheetAction } from "./spreadsheet";
import type { Cell } from "./spreadsheet-cells";
import { planColumns } from "./spreadsheet-columns";
import { readPlanRows, sheetLimits } from "./spreadsheet-import";
import { readWorkbook, writeWorkbook } from "./workbook";

const problems = [
  { id: "00000000-0000-4000-8000-0000000000a1", number: 1, statement: "ທາງໄປສຸກສາລາຂາດໃນລະດູຝົນ" },
  { id: "00000000-0000-4000-8000-0000000000a2", number: 2, statement: "Mothers miss antenatal visits" },
];
const code = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const numbered = (cells: Cell[][]) => cells.map((row, index) => ({ row: index + 1, cells: row }));
const context = (actions: readonly SheetAction[]) => ({
  problems,
  actionIds: new Set(actions.map(({ id }) => id)),
});

const bridge: SheetAction = {
  id: code(1),
  status: "in_progress",
  confirmed: null,
  action: {
    problemId: problems[0]?.id ?? null,
    what: "ສ້ອມຂົວໄມ້ຂ້າມຫ້ວຍນ້ຳໃສ",
    level: "district",
    lead: "district_public_works",
    leadNote: null,
    support: ["ນາຍບ້ານ", "ຊາວໜຸ່ມ"],
    start: "2026-01-15",
    due: "2026-10-05",
    resources: "ໄມ້, ຕະປູ\nແຮງງານ",
    costKip: 18_500_000,
    fundSource: "district",
    funder: null,
    indicator: "ຂົວໃຊ້ໄດ້ໃນລະດູຝົນ",
    target: "1",
  },
};

const words = fc.option(
  fc.constantFrom("ນ້ຳສະອາດ", "=1+1", "+856 20", "-", "@x", "ໜ້າ & ຫຼັງ <b>", 'a "b", c', "001", "TRUE"),
);
const day = fc.option(
  fc.integer({ min: 0, max: 5000 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)),
);
const anyAction = fc
  .record({
    problemId: fc.option(fc.constantFrom(...problems.map(({ id }) => id))),
    what: fc.constantFrom("ຂຸດນ້ຳສ້າງ", "Dig a well", "=HYPERLINK(1)", "ລາຍການທີ 2"),
    level: fc.constantFrom(...governanceLevels),
    lead: fc.option(fc.constantFrom(...offices)),
    leadNote: words,
    support: fc.option(fc.uniqueArray(fc.constantFrom("ນາຍບ້ານ", "ອສບ", "Youth Union"), { minLength: 1 })),
    start: fc.constant(null),
    due: day,
    resources: words,
    costKip: fc.option(fc.integer({ min: 0, max: 9_000_000_000_000 })),
    fundSource: fc.option(fc.constantFrom(...fundSources)),
    funder: words,
    indicator: words,
    target: words,
  })
  .chain((action) =>
    fc.constantFrom(...actionStatuses).map((status) => ({ action, status, confirmed: null })),
  );
const anyPlan = fc
  .array(anyAction, { maxLength: 8 })
  .map((list) => list.map((one, index): SheetAction => ({ id: code(index + 1), ...one })));

describe.each(["lo", "en"] as const)("out and in again, %s", (locale) => {
  it("gives back every field of every action", () => {
    fc.assert(
      fc.property(anyPlan, (actions) => {
        const read = readPlanRows(numbered(planToRows({ actions, problems, locale })), context(actions));
        expect(read.errors).toEqual([]);
        expect(
          read.changes?.map(({ actionId, fields, status }) => ({ id: actionId, action: fields, status })),
        ).toEqual(actions.map(({ id, action, status }) => ({ id, action, status })));
      }),
    );
  });

  it("survives a real .xlsx file, Lao marks and days intact", async () => {
    const rows = planToRows({ actions: [bridge], problems, locale });
    const read = await readWorkbook(await writeWorkbook(rows, "ແຜນ: ບ້ານນ້ຳໃສ / 2026"));
    expect(read.map(({ cells }) => cells.slice(0, planColumns.length))).toEqual(rows.map((cells) => cells));
    const { changes, errors, unknownHeadings } = readPlanRows(read, context([bridge]));
    expect([errors, unknownHeadings]).toEqual([[], []]);
    expect(changes).toEqual([{ row: 2, actionId: bridge.id, fields: bridge.action, status: "in_progress" }]);
  });
});

describe("readPlanRows", () => {
  const read = (rows: Cell[][], actions: SheetAction[] = []) =>
    readPlanRows(numbered(rows), context(actions));

  it("takes typed headings of both languages, in any order, below a title", () => {
    const result = read([
      ["ແຜນປະຕິບັດງານ ບ້ານນ້ຳໃສ"],
      [],
      ["Cost", "ກິດຈະກຳ", "level", "ກຳນົດເວລາ", "Remarks", " BUDGET "].slice(0, 5),
      ["2.400.000 ກີບ", "ລົງຝາກທ້ອງເຄື່ອນທີ່", "ສຸກສາລາ", "ວັນທີ 31 ທັນວາ 2026", "x"],
    ]);
    expect(result.unknownHeadings).toEqual(["Remarks"]);
    expect(result.changes).toEqual([
      {
        row: 4,
        actionId: null,
        fields: { costKip: 2_400_000, what: "ລົງຝາກທ້ອງເຄື່ອນທີ່", level: "hc", due: "2026-12-31" },
      },
    ]);
  });

  it("leaves out a row with a wrong cell, names every wrong cell, and takes the others", () => {
    const result = read([
      ["No.", "Action", "Level", "Lead", "Due date", "Cost (kip)", "Problem"],
      [1, "Dig a well", "Village", "Village chief", "30/9/2026", "6,800,000", 2],
      [2, "", "Moon", "Mr X", "31/2/2026", "cheap", "9. Nothing"],
      [3, "Roof", "village", null, null, "1,5", "ທາງໄປສຸກສາລາຂາດໃນລະດູຝົນ"],
      [4, null, null, null, null, null, null],
    ]);
    expect(result.changes?.map(({ row, fields }) => [row, fields.problemId, fields.lead])).toEqual([
      [2, problems[1]?.id, "village_chief"],
    ]);
    expect(result.errors?.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
      [3, "level", "Moon", "unknown_word"],
      [3, "lead", "Mr X", "unknown_word"],
      [3, "due", "31/2/2026", "not_a_date"],
      [3, "costKip", "cheap", "not_a_number"],
      [3, "problem", "9. Nothing", "unknown_problem"],
      [3, "what", "", "required"],
      [4, "costKip", "1,5", "not_whole"],
    ]);
    expect(result.errors?.[3]?.heading).toBe("Cost (kip)");
  });

  it.each([
    ["a code of elsewhere", [[code(99), "Roof", "village"]], "unknown_code"],
    [
      "a code twice",
      [
        [code(1), "Roof", "village"],
        [code(1), "Roof", "village"],
      ],
      "duplicate_code",
    ],
    ["a text over the limit", [[null, "x".repeat(501), "village"]], "too_long"],
    ["a broken formula", [[null, "#REF!", "village"]], "formula_error"],
    ["no level", [[null, "Roof", null]], "required"],
  ])("refuses %s", (_, rows, reason) => {
    const result = read([["Code", "Action", "Level"], ...rows], [bridge]);
    expect(result.errors).toHaveLength(1);
    expect(result.errors?.[0]).toMatchObject({ row: rows.length + 1, reason });
  });

  it("refuses a due date before the start", () => {
    const result = read([
      ["Action", "Level", "Start", "Due"],
      ["Roof", "village", "1/5/2026", "30/4/2026"],
    ]);
    expect(result.errors).toEqual([
      expect.objectContaining({ column: "due", reason: "before_start", value: "30/4/2026" }),
    ]);
  });

  it("does not ask for the level of an action it already knows when the file has no such column", () => {
    const result = read(
      [
        ["Code", "Action", "Cost"],
        [code(1), "Repair the bridge", null],
      ],
      [bridge],
    );
    expect(result.changes).toEqual([
      { row: 2, actionId: code(1), fields: { what: "Repair the bridge", costKip: null } },
    ]);
  });

  it("refuses a sheet that is none, one with a column twice, and too many rows", () => {
    expect(
      read([
        ["a", "b"],
        [1, 2],
      ]),
    ).toEqual({ refused: "no_heading" });
    expect(read([])).toEqual({ refused: "no_heading" });
    expect(read([["Action", "Activity"]])).toEqual({ refused: "duplicate_heading" });
    const many = Array.from({ length: sheetLimits.rows + 1 }, () => ["Roof", "village"]);
    expect(read([["Action", "Level"], ...many])).toEqual({ refused: "too_many_rows" });
  });
});
