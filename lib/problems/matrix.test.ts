import { describe, expect, it } from "vitest";
import { rankByMatrix, scoreMatrix } from "./matrix";

const criteria = [
  { id: "severity", weight: 3 },
  { id: "number", weight: 2 },
  { id: "feasible", weight: 1 },
];
const row = (severity: number | null, number: number | null, feasible: number | null) => ({
  severity,
  number,
  feasible,
});

describe("scoreMatrix, statistics.md §12", () => {
  const scores = { A: row(4, 5, 2), B: row(5, 3, 4), C: row(2, 5, 5), D: row(4, null, 3) };
  const results = scoreMatrix({ options: ["A", "B", "C", "D"], criteria, scores });

  it("totals, means and ranks", () => {
    expect(results.map(({ total }) => total)).toEqual([24, 25, 21, null]);
    expect(results.map(({ rank }) => rank)).toEqual([2, 1, 3, null]);
    expect(results[0]?.mean).toBeCloseTo(4, 12);
    expect(results[1]?.mean).toBeCloseTo(4.1666667, 7);
    expect(results[2]?.mean).toBeCloseTo(3.5, 12);
    expect(results[3]).toMatchObject({ mean: null, missing: ["number"] });
  });

  it("feeds the combination of groups", () => {
    expect(rankByMatrix("women", results)).toEqual({ group: "women", ranks: { A: 2, B: 1, C: 3, D: null } });
  });

  it("ties totals that differ only by floating error", () => {
    const tied = scoreMatrix({
      options: ["A", "B"],
      criteria: [
        { id: "x", weight: 0.1 },
        { id: "y", weight: 0.2 },
        { id: "z", weight: 0.3 },
      ],
      scores: { A: { x: 2, y: 2, z: 1 }, B: { x: 1, y: 1, z: 2 } },
    });
    expect(tied[0]?.total).not.toBe(tied[1]?.total);
    expect(tied.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it("has no total without criteria and without scores", () => {
    expect(scoreMatrix({ options: ["A"], criteria: [], scores: {} })[0]).toMatchObject({
      total: null,
      rank: null,
    });
    expect(scoreMatrix({ options: ["A"], criteria, scores: {} })[0]?.missing).toHaveLength(3);
  });

  it.each([
    ["a weight of 0", [{ id: "x", weight: 0 }], { A: { x: 3 } }],
    ["a score of 6", [{ id: "x", weight: 1 }], { A: { x: 6 } }],
    ["a score of 0", [{ id: "x", weight: 1 }], { A: { x: 0 } }],
    ["a score that is no number", [{ id: "x", weight: 1 }], { A: { x: Number.NaN } }],
  ])("refuses %s", (_, given, bad) => {
    expect(() => scoreMatrix({ options: ["A"], criteria: given, scores: bad })).toThrow(RangeError);
  });
});
