import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyTieBreaks, combineRankings, kendallsW } from "./ranking";

const letters = ["A", "B", "C", "D", "E"];

/** "12··" means A first, B second, C and D not ranked. */
function rankings(rows: readonly string[]) {
  return rows.map((row, index) => ({
    group: `g${index + 1}`,
    ranks: Object.fromEntries([...row].map((digit, j) => [letters[j], digit === "·" ? null : Number(digit)])),
  }));
}

describe("combineRankings, the table of statistics.md §10", () => {
  it.each([
    [["1234", "1234", "1234"], [9, 6, 3, 0], [1, 2, 3, 4], 1],
    [["1234", "4321"], [3, 3, 3, 3], [1, 1, 1, 1], 0],
    [["1134", "2133", "1224"], [7.5, 7, 3, 0.5], [1, 2, 3, 4], 0.82716049],
    [["123", "231", "312"], [3, 3, 3], [1, 1, 1], 0],
    [["12···", "2·13·"], [7, 3.5, 5, 3, 1.5], [1, 3, 2, 4, 5], 0.5],
  ])("%j", (rows, points, ranks, w) => {
    const ids = letters.slice(0, rows[0]?.length);
    const combined = combineRankings(ids, rankings(rows));
    const of = new Map(combined.problems.map((entry) => [entry.problem, entry]));
    expect(ids.map((id) => of.get(id)?.points)).toEqual(points);
    expect(ids.map((id) => of.get(id)?.rank)).toEqual(ranks);
    expect(combined.agreement).toBeCloseTo(w, 8);
    expect(combined.showAgreement).toBe(rows.length >= 3);
  });

  it("ranks 1, 2, 2, 4 and names the tied", () => {
    const { problems } = combineRankings(letters.slice(0, 4), rankings(["1234", "1324"]));
    expect(problems.map(({ problem, rank, tiedWith }) => [problem, rank, tiedWith])).toEqual([
      ["A", 1, []],
      ["B", 2, ["C"]],
      ["C", 2, ["B"]],
      ["D", 4, []],
    ]);
  });

  it("has no W for one group, nor when all groups tie everything", () => {
    expect(combineRankings(["A", "B"], rankings(["12"])).agreement).toBeNull();
    expect(combineRankings(["A", "B"], rankings(["11", "11", "11"])).agreement).toBeNull();
  });

  it("does not count a group that has not voted, and names it", () => {
    const combined = combineRankings(["A", "B"], rankings(["12", "··", "12"]));
    expect(combined.groups).toEqual(["g1", "g3"]);
    expect(combined.silentGroups).toEqual(["g2"]);
    expect(combined.problems[0]?.points).toBe(2);
  });

  it("gives no rank before anybody voted", () => {
    const combined = combineRankings(["A", "B"], rankings(["··"]));
    expect(combined.problems.map(({ rank }) => rank)).toEqual([null, null]);
    expect(combined.problems[0]?.tiedWith).toEqual([]);
  });

  it("flags a problem on which the groups differ by half the list", () => {
    const { problems } = combineRankings(letters, rankings(["21345", "15234", "21345"]));
    const flagged = problems.filter(({ groupsDiffer }) => groupsDiffer).map(({ problem }) => problem);
    expect(flagged).toEqual(["B"]);
  });

  it.each([
    [["1234", "3124"], ["A"]],
    [["1234", "2134"], []],
  ])("flags from exactly n/2 places on: %j", (rows, flagged) => {
    const { problems } = combineRankings(letters.slice(0, 4), rankings(rows));
    expect(problems.filter(({ groupsDiffer }) => groupsDiffer).map(({ problem }) => problem)).toEqual(
      flagged,
    );
  });

  it("weighs every group the same: repeating one group changes only the scale", () => {
    const rows = fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 5 }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const groups = given.map((row, g) => ({
          group: `g${g}`,
          ranks: Object.fromEntries(row.map((rank, j) => [letters[j], rank])),
        }));
        const { problems, agreement } = combineRankings(letters, groups);
        const heard = given.filter((row) => row.some((rank) => rank !== null)).length;
        expect(problems.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(heard * 10, 9);
        if (agreement !== null) expect(agreement).toBeGreaterThanOrEqual(0);
        if (agreement !== null) expect(agreement).toBeLessThanOrEqual(1 + 1e-12);
        const twice = combineRankings(letters, [
          ...groups,
          ...groups.map((row) => ({ ...row, group: `${row.group}b` })),
        ]);
        expect(twice.problems.map(({ problem }) => problem)).toEqual(problems.map(({ problem }) => problem));
      }),
    );
  });
});

describe("kendallsW", () => {
  it("agrees with the uncorrected formula when nobody ties: 12·8/(9·24)", () => {
    expect(
      kendallsW([
        [1, 2, 3],
        [1, 3, 2],
        [2, 1, 3],
      ]),
    ).toBeCloseTo(4 / 9, 12);
  });
});

describe("applyTieBreaks", () => {
  const tied = combineRankings(letters.slice(0, 4), rankings(["1234", "1324"]));

  it("lets the meeting order a tied set and keeps the tie visible", () => {
    const decided = applyTieBreaks(tied, [{ order: ["C", "B"], note: "mothers spoke last" }]);
    expect(decided.map(({ problem, rank, decidedRank }) => [problem, rank, decidedRank])).toEqual([
      ["A", 1, 1],
      ["C", 2, 2],
      ["B", 2, 3],
      ["D", 4, 4],
    ]);
    expect(decided[1]?.decisionNote).toBe("mothers spoke last");
  });

  it.each([
    ["without a note", { order: ["C", "B"], note: " " }],
    ["about problems that are not tied", { order: ["D", "A"], note: "because" }],
    ["about half of the set", { order: ["C"], note: "because" }],
  ])("ignores a decision %s", (_, decision) => {
    expect(applyTieBreaks(tied, [decision]).map(({ problem }) => problem)).toEqual(["A", "B", "C", "D"]);
  });
});
