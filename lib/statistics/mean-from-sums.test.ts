import { describe, expect, test } from "vitest";
import { meanFromSums } from "./mean-from-sums";
import { meanWithInterval } from "./trust-index";

const sumsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("a mean from sums (statistics.md §2)", () => {
  test.each([
    [[3, 5]],
    [[-8, 8]],
    [[8, 8, 8, 8]],
    [[4]],
    [[]],
    [[8 / 3, 8 / 3, 8 / 3]],
    [[1, 2, 3, 4, 5, 6, 7, 8, -1, -2, 0, 32 / 7]],
  ])("of %j is that of the values", (values) => {
    const [found, wanted] = [meanFromSums(sumsOf(values)), meanWithInterval(values)];
    for (const name of ["n", "mean", "deviation", "lo", "hi"] as const) {
      if (wanted[name] === null) expect(found[name], name).toBeNull();
      else expect(found[name], name).toBeCloseTo(wanted[name], 9);
    }
  });
});
