import { describe, expect, it } from "vitest";
import { mostActions, type PosterContent, posterLayout } from "./poster-layout";
import { linesOf } from "./poster-measure";

const rows = (count: number, what = "ສ້າງວິດຖ່າຍ 6 ຫຼັງ") =>
  Array.from({ length: count }, () => ({ what, who: "ນາຍບ້ານ" }));
const content = (change: Partial<PosterContent> = {}): PosterContent => ({
  problems: Array.from({ length: 5 }, () => "ຢາປະຈຳບ້ານໝົດເລື້ອຍໆ"),
  actions: rows(6),
  promises: ["ເປີດທຸກມື້", "ຂົວ ແລະ ລົດ", "ພາໄປຝາກທ້ອງ"],
  legend: ["ໂຮງຮຽນ", "ຂົວ", "ສຸກສາລາ"],
  ...change,
});

describe("posterLayout", () => {
  it("keeps five problems and six actions as drawn, on one sheet", () => {
    expect(posterLayout(content(), "a3")).toMatchObject({ tight: false, promisesByMap: false, counts: [6] });
  });

  it("moves the promises before it makes text smaller", () => {
    const layout = posterLayout(content({ actions: rows(8) }), "a3");
    expect(layout).toMatchObject({ tight: false, promisesByMap: true, counts: [8] });
  });

  it("makes text one step smaller before it takes another sheet", () => {
    const long = "ອອກບໍລິການຝາກທ້ອງໃນບ້ານ ເດືອນລະ 1 ຄັ້ງ";
    const problems = Array.from({ length: 6 }, () => "ແມ່ຍິງຖືພາຫຼາຍຄົນຂາດການຝາກທ້ອງ");
    const layout = posterLayout(content({ problems, actions: rows(7, long) }), "a3");
    expect(layout).toMatchObject({ tight: true, counts: [7] });
  });

  it("never puts more than eight actions on a sheet, and loses none", () => {
    for (const paper of ["a3", "a4"] as const) {
      const { counts } = posterLayout(content({ actions: rows(21, "ຍາວ ".repeat(30)) }), paper);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(21);
      expect(Math.max(...counts)).toBeLessThanOrEqual(mostActions);
    }
  });

  it("gives an empty plan one sheet", () => {
    const empty = { problems: [], actions: [], promises: [], legend: [] };
    expect(posterLayout(empty, "a4").counts).toEqual([0]);
  });
});

it("counts no width for marks above and below", () => {
  expect(linesOf("ກກກກ", 4 * 5 * 0.56, 5)).toBe(1);
  expect(linesOf("ກ້ກິກູກົ", 4 * 5 * 0.56, 5)).toBe(1);
  expect(linesOf("ກກກກກ", 4 * 5 * 0.56, 5)).toBe(2);
});
