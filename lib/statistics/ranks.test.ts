import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { midranks, sharedRanks } from "./ranks";

describe("sharedRanks", () => {
  it.each([
    [
      [7.5, 7, 3, 0.5],
      [1, 2, 3, 4],
    ],
    [
      [9, 5, 5, 1],
      [1, 2, 2, 4],
    ],
    [
      [0.1 + 0.2, 0.3, 0.1],
      [1, 1, 3],
    ],
    [
      [4, null, 6],
      [2, null, 1],
    ],
    [[], []],
  ])("%j → %j", (values, ranks) => {
    expect(sharedRanks(values)).toEqual(ranks);
  });
});

describe("midranks", () => {
  it.each([
    [
      [1, 1, 3, 4],
      [1.5, 1.5, 3, 4],
    ],
    [
      [2, 1, 3, 3],
      [2, 1, 3.5, 3.5],
    ],
    [
      [1, 2, null, null, null],
      [1, 2, 4, 4, 4],
    ],
    [
      [2, null, 1, 3, null],
      [2, 4.5, 1, 3, 4.5],
    ],
    [
      [null, null],
      [1.5, 1.5],
    ],
  ])("%j → %j", (ranks, expected) => {
    expect(midranks(ranks)).toEqual(expected);
  });

  it("always shares out the places 1…n", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { maxLength: 12 }), (ranks) => {
        const n = ranks.length;
        const sum = midranks(ranks).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo((n * (n + 1)) / 2, 9);
      }),
    );
  });
});
