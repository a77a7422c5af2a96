import { describe, expect, it } from "vitest";
import { rankChartShape, rankSpread } from "./rank-chart-shape";

const line = (number: number, ...ranks: (number | null)[]) => ({ id: `p${number}`, number, ranks });

describe("rankChartShape", () => {
  it("puts rank 1 on top and draws only what is three or more places apart in black", () => {
    const shape = rankChartShape([line(1, 2, 1, 1), line(2, 1, 5, 2), line(3, 3, 4, 3)], 3);
    const at = (number: number, column: number) =>
      shape.discs.filter((disc) => disc.number === number).sort((a, b) => a.x - b.x)[column];
    expect(at(2, 0)?.y).toBeLessThan(at(1, 0)?.y ?? 0);
    expect(shape.strokes.filter(({ black }) => black).map(({ id }) => id)).toEqual(["p2"]);
    expect(shape.strokes.at(-1)?.id).toBe("p2");
    expect(new Set(shape.strokes.map(({ dash, black }) => (black ? "black" : dash))).size).toBe(3);
  });

  it("puts tied discs side by side on one height, inside the picture", () => {
    const shape = rankChartShape([line(1, 1, 1), line(2, 1, 2), line(3, 1, 3)], 2);
    const first = shape.discs.filter(({ y }) => y === shape.discs[0]?.y).sort((a, b) => a.x - b.x);
    const left = first.filter(({ x }) => x < shape.width / 2);
    expect(left).toHaveLength(3);
    expect((left[1]?.x ?? 0) - (left[0]?.x ?? 0)).toBeGreaterThan(10);
    for (const { x } of shape.discs) expect(x).toBeGreaterThan(13);
  });

  it("breaks the line where a group did not rank the problem", () => {
    const shape = rankChartShape([line(1, 1, null, 1)], 3);
    expect(shape.discs).toHaveLength(2);
    expect(shape.strokes[0]?.path).not.toContain("L");
  });

  it("draws eight lines at most, and one group in the middle", () => {
    const nine = Array.from({ length: 9 }, (_, index) => line(index + 1, index + 1));
    const shape = rankChartShape(nine, 1);
    expect(shape.strokes).toHaveLength(8);
    expect(shape.columns).toEqual([shape.width / 2]);
  });
});

describe("rankSpread", () => {
  it.each([
    [[1, 4], 3],
    [[null, 4], 0],
    [[2, null, 2], 0],
    [[], 0],
  ])("%j is %d", (ranks, spread) => expect(rankSpread(ranks)).toBe(spread));
});
