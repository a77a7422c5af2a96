import { describe, expect, it } from "vitest";
import { groupRanking, namesAbsentSolution } from "./rules";

describe("groupRanking", () => {
  const problems = ["A", "B"];
  it.each([
    [{ group: "women", method: "dots", dots: { A: 1, B: 4 } } as const, { A: 2, B: 1 }],
    [
      { group: "men", method: "pairwise", choices: [{ a: "A", b: "B", chosen: "A" }] } as const,
      { A: 1, B: 2 },
    ],
    [{ group: "men", method: "pairwise", choices: [] } as const, { A: null, B: null }],
    [
      {
        group: "youth",
        method: "matrix",
        criteria: [{ id: "x", weight: 1 }],
        scores: { A: { x: 2 }, B: { x: 5 } },
      } as const,
      { A: 2, B: 1 },
    ],
  ])("%j", (vote, ranks) => {
    expect(groupRanking(problems, vote)).toEqual({ group: vote.group, ranks });
  });
});

describe("namesAbsentSolution", () => {
  it.each([
    ["No hospital near the village", true],
    ["Lack of transport", true],
    ["We need a bridge", true],
    ["ບໍ່ມີໂຮງໝໍ", true],
    ["ບັນຫາ: ຂາດລົດ", true],
    ["Nobody trusts the vaccine", false],
    ["Many babies die", false],
    ["The road is cut in the rains", false],
    ["ແມ່ຍິງຖືພາບໍ່ໄດ້ຝາກທ້ອງຄົບ", false],
    ["ທາງໄປສຸກສາລາຂາດໃນລະດູຝົນ", false],
    ["", false],
  ])("%s → %s", (text, absent) => {
    expect(namesAbsentSolution(text)).toBe(absent);
  });
});
