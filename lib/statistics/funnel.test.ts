import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnel, funnelLimits, funnelPoint, INNER_ALPHA, OUTER_ALPHA } from "./funnel";
import { expectPrinted } from "./testing/expect-close";

describe("funnelPoint", () => {
  // Known answers of R: pbinom(k, n, p0); pbinom(k - 1, n, p0, lower.tail = FALSE)
  it.each([
    [12, 20, 0.6, 0.05, 0.58410706, 0.59559873, 8, 16, "inside"],
    [7, 20, 0.6, 0.05, 0.021028927, 0.99353412, 8, 16, "low"],
    [4, 20, 0.6, 0.002, 0.00031703112, 0.99995266, 5, 18, "low"],
    [0, 5, 0.6, 0.05, 0.01024, 1, 1, 5, "low"],
    [2, 2, 0.95, 0.05, 1, 0.9025, 1, 2, "inside"],
    [150, 300, 0.6, 0.002, 0.00028603414, 0.99981482, 154, 206, "low"],
  ])("%i of %i at %d, α = %d", (k, n, benchmark, alpha, atMost, atLeast, kLow, kHigh, flag) => {
    const point = funnelPoint(k, n, benchmark, alpha);
    expectPrinted(point.atMost, atMost);
    expectPrinted(point.atLeast, atLeast);
    expect(point).toMatchObject({ kLow, kHigh, flag });
  });

  it.each([
    [3, 2, 0.5, 0.05],
    [-1, 2, 0.5, 0.05],
    [0.5, 2, 0.5, 0.05],
    [1, 2, 1.5, 0.05],
    [1, 2, 0.5, 0],
  ])("refuses %d of %d at %d, α = %d", (k, n, benchmark, alpha) => {
    expect(() => funnelPoint(k, n, benchmark, alpha)).toThrow(RangeError);
  });

  const unit = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  const benchmark = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

  it("flags exactly where the tail is smaller than half of α, and draws the line where it flags", () => {
    fc.assert(
      fc.property(unit, benchmark, fc.constantFrom(INNER_ALPHA, OUTER_ALPHA), ([k, n], p0, alpha) => {
        const { atMost, atLeast, flag, lower, upper } = funnelPoint(k, n, p0, alpha);
        const low = atMost < (alpha / 2) * (1 - 1e-12);
        const high = atLeast < (alpha / 2) * (1 - 1e-12);
        expect(flag).toBe(low ? "low" : high ? "high" : "inside");
        expect(lower !== null && k / n < lower).toBe(flag === "low");
        expect(upper !== null && k / n > upper).toBe(flag === "high");
      }),
    );
  });

  it("mirrors", () => {
    fc.assert(
      fc.property(unit, benchmark, ([k, n], p0) => {
        const mirrored = { low: "high", high: "low", inside: "inside" };
        const { flag } = funnelPoint(k, n, p0, INNER_ALPHA);
        expect(funnelPoint(n - k, n, 1 - p0, INNER_ALPHA).flag).toBe(mirrored[flag]);
      }),
    );
  });
});

it("draws no limit that nobody could pass", () => {
  expect(funnelLimits(5, 0.6, 0.05)).toEqual({ kLow: 1, kHigh: 5, lower: 0.1, upper: null });
  expect(funnelLimits(3, 0.02, 0.05)).toMatchObject({ kLow: 0, lower: null });
  expect(funnelLimits(0, 0.6, 0.05)).toEqual({ kLow: 0, kHigh: 0, lower: null, upper: null });
});

describe("funnel", () => {
  const many = (count: number, k: number, n: number) =>
    Array.from({ length: count }, (_, index) => ({ unit: `${k}/${n} ${index}`, k, n }));

  it("flags units at both limits and leaves out who has nobody", () => {
    const { overdispersed, units } = funnel(
      [
        { unit: "a", k: 12, n: 20 },
        { unit: "b", k: 7, n: 20 },
        { unit: "c", k: 4, n: 20 },
        { unit: "d", k: 0, n: 0 },
      ],
      0.6,
    );
    expect(overdispersed).toBe(false);
    expect(units.map(({ inner, outer }) => [inner, outer])).toEqual([
      ["inside", "inside"],
      ["low", "inside"],
      ["low", "low"],
      [null, null],
    ]);
  });

  it("stops flagging when more than a tenth of thirty or more lie outside", () => {
    const tenth = funnel([...many(27, 12, 20), ...many(3, 4, 20), ...many(9, 0, 0)], 0.6);
    expect(tenth.overdispersed).toBe(false);
    const more = funnel([...many(27, 12, 20), ...many(4, 4, 20)], 0.6);
    expect(more.overdispersed).toBe(true);
    expect(more.units.every(({ inner, outer }) => inner === null && outer === null)).toBe(true);
    expect(funnel([...many(20, 12, 20), ...many(9, 4, 20)], 0.6).overdispersed).toBe(false);
  });
});
