import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankByPairs } from "./pairwise";

/** "A>B" A was chosen, "A=B" equal. */
function choices(text: string) {
  return text.split(" ").flatMap((pair) => {
    const [a, b] = pair.split(/[>=]/);
    return a && b ? [{ a, b, chosen: pair.includes("=") ? "equal" : a }] : [];
  });
}

const ring = "A>B A>C B>C B>D C>D C>E D>E D>A E>A E>B";

describe("rankByPairs, the table of statistics.md §11", () => {
  it.each([
    ["A>B B>C C>A", [1, 1, 1], [1, 1, 1], 1, 0],
    ["A>B A>C A>D B>C B>D C>D", [3, 2, 1, 0], [1, 2, 3, 4], 0, 1],
    ["A>B A>C D>A B>C B>D C>D", [2, 2, 1, 1], [1, 2, 3, 4], 2, 0],
    [ring, [2, 2, 2, 2, 2], [1, 1, 1, 1, 1], 5, 0],
  ])("%s", (text, scores, ranks, d, zeta) => {
    const ids = ["A", "B", "C", "D", "E"].slice(0, scores.length);
    const result = rankByPairs(ids, choices(text));
    expect(ids.map((id) => result.scores[id])).toEqual(scores);
    expect(ids.map((id) => result.ranks[id])).toEqual(ranks);
    expect(result.circles).toHaveLength(d);
    expect(result.consistency).toBeCloseTo(zeta, 9);
    expect(result.lookAgain).toBe(zeta < 0.5);
  });

  it("lists the missing pairs and gives no rank", () => {
    const result = rankByPairs(["A", "B", "C"], choices("A>B A>C"));
    expect(result.missing).toEqual([["B", "C"]]);
    expect(Object.values(result.ranks)).toEqual([null, null, null]);
    expect(result.consistency).toBeNull();
    expect(result.beatsAll).toBe("A");
  });

  it("has no ζ with equal answers, which count a half each", () => {
    const result = rankByPairs(["A", "B", "C"], choices("A=B A>C B>C"));
    expect(result.scores).toEqual({ A: 1.5, B: 1.5, C: 0 });
    expect(result.ranks).toEqual({ A: 1, B: 1, C: 3 });
    expect(result.consistency).toBeNull();
    expect(result.beatsAll).toBeNull();
  });

  it("has no ζ for two problems", () => {
    expect(rankByPairs(["A", "B"], choices("B>A"))).toMatchObject({
      ranks: { A: 2, B: 1 },
      consistency: null,
      beatsAll: "B",
    });
  });

  it("names the triple in the order in which each beats the next", () => {
    expect(rankByPairs(["A", "B", "C"], choices("B>A A>C C>B")).circles).toEqual([["A", "C", "B"]]);
  });

  it("takes the later answer on a pair, and no answer about unknown problems", () => {
    const result = rankByPairs(["A", "B"], [...choices("A>B B>A A>Z A>A"), { a: "A", b: "B", chosen: "Z" }]);
    expect(result.scores).toEqual({ A: 0, B: 1 });
  });

  it("survives no problems and one problem", () => {
    expect(rankByPairs([], [])).toMatchObject({
      scores: {},
      missing: [],
      circles: [],
      consistency: null,
      beatsAll: null,
    });
    expect(rankByPairs(["A"], []).ranks).toEqual({ A: 1 });
  });

  it("lists as many triads as the formula counts, and puts the one that beats all first", () => {
    const contests = fc.integer({ min: 3, max: 8 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        bits: fc.array(fc.boolean(), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }),
      }),
    );
    fc.assert(
      fc.property(contests, ({ n, bits }) => {
        const ids = Array.from({ length: n }, (_, i) => `p${i}`);
        let bit = 0;
        const answers = ids.flatMap((a, i) =>
          ids.slice(i + 1).map((b) => ({ a, b, chosen: bits[bit++] ? a : b })),
        );
        const result = rankByPairs(ids, answers);
        const squares = Object.values(result.scores).reduce((sum, a) => sum + a * a, 0);
        expect(result.circles).toHaveLength((n * (n - 1) * (2 * n - 1)) / 12 - squares / 2);
        expect(result.consistency).toBeGreaterThanOrEqual(-1e-9);
        if (result.beatsAll) expect(result.ranks[result.beatsAll]).toBe(1);
        for (const { a, b } of answers) {
          const [x, y] = [result.scores[a] ?? 0, result.scores[b] ?? 0];
          if (x > y) expect(result.ranks[a]).toBeLessThan(result.ranks[b] ?? 0);
        }
      }),
    );
  });
});
