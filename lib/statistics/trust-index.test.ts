import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, expectPrinted } from "./testing/expect-close";
import { answersOf, TWELVE_RESPONDENTS } from "./testing/twelve-respondents";
import { meanWithInterval, type TrustAnswer, trustIndex, trustPercent, trustSummary } from "./trust-index";

describe("trustIndex", () => {
  it.each([
    ["+0-++0··", 2.6666666666666665],
    ["+++0-++·", 4.571428571428571],
    ["+++++···", null],
    ["········", null],
    ["++++++++", 8],
    ["--------", -8],
    ["++++++++++", 10],
    ["++++++++··", 10],
    ["+++++++···", null],
  ])("%s → %d", (row, expected) => {
    expectClose(trustIndex(answersOf(row)), expected, 1e-15);
  });

  it("refuses an instrument without items and an answer off the scale", () => {
    expect(() => trustIndex([])).toThrow(RangeError);
    expect(() => trustIndex([1, 1, 1, 1, 1, 1, 1, 2 as TrustAnswer])).toThrow(RangeError);
  });

  it("stays on the scale, does not mind the order and turns with the answers", () => {
    const answer = fc.constantFrom<TrustAnswer>(-1, 0, 1, null);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 8, maxLength: 8 }), (answers) => {
        const index = trustIndex(answers);
        const turned = answers.map((one) => (one === null ? null : (-one as TrustAnswer)));
        expect(trustIndex([...answers].reverse())).toBe(index);
        if (index === null) return;
        expect(Math.abs(index)).toBeLessThanOrEqual(8);
        expectClose(trustIndex(turned), -index, 0);
      }),
    );
  });
});

it("trustPercent", () => {
  expect([-8, 0, 4, 8].map((index) => trustPercent(index))).toEqual([0, 50, 75, 100]);
  expect(trustPercent(5, 10)).toBe(75);
});

describe("meanWithInterval", () => {
  // Known answers of R: t.test(x)$conf.int
  it.each([
    [[3, 5], 4, Math.SQRT2, -8.7062047, 16.706205],
    [[-8, 8], 0, 11.313708, -101.64964, 101.64964],
    [
      TWELVE_RESPONDENTS.map((row) => trustIndex(row) ?? Number.NaN),
      3.1666667,
      4.0414519,
      0.59885065,
      5.7344827,
    ],
    [[8, 8, 8, 8], 8, 0, null, null],
    [[4], 4, null, null, null],
    [[], null, null, null, null],
  ])("of %j", (values, mean, deviation, lo, hi) => {
    const shown = meanWithInterval(values);
    expect(shown.n).toBe(values.length);
    expectPrinted(shown.mean, mean);
    expectClose(shown.deviation, deviation, 5e-8);
    expectPrinted(shown.lo, lo);
    expectPrinted(shown.hi, hi);
  });

  it("moves and stretches with the values", () => {
    const value = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 40 }), value, (values, shift) => {
        const plain = meanWithInterval(values);
        const moved = meanWithInterval(values.map((one) => one + shift));
        if (plain.lo === null || plain.hi === null) {
          expect(moved.lo).toBeNull();
          return;
        }
        expect(plain.lo).toBeLessThan(plain.hi);
        expect(moved.lo).toBeCloseTo(plain.lo + shift, 9);
        expect(moved.hi).toBeCloseTo(plain.hi + shift, 9);
      }),
    );
  });
});

describe("trustSummary", () => {
  const indexes = TWELVE_RESPONDENTS.map((row) => trustIndex(row));

  it("says nothing below ten usable respondents", () => {
    expect(trustSummary(indexes.slice(0, 9))).toEqual({ status: "hidden" });
    expect(trustSummary([...indexes.slice(0, 9), null, null])).toEqual({ status: "hidden" });
  });

  it("reports who was left out", () => {
    expect(trustSummary([...indexes, null, null])).toMatchObject({ status: "shown", n: 12, leftOut: 2 });
    expect(trustSummary(indexes.slice(0, 10))).toMatchObject({ status: "shown", n: 10, leftOut: 0 });
  });
});
