import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialAtLeast,
  binomialAtMost,
  binomialQuantile,
  fQuantile,
  incompleteBeta,
  logGamma,
  tQuantile,
} from "./distributions";
import { expectClose } from "./testing/expect-close";

// Known answers of R 4.2.2 (statistics.md §7) and of SciPy 1.17.1 (scipy.special, scipy.stats).
describe("logGamma", () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [1, 0],
    [1.5, -0.12078223763524526],
    [2, 0],
    [3, Math.LN2],
    [10, 12.801827480081469],
    [100.5, 361.43554046777757],
    [4300, 31672.12806999332],
    [100000, 1051287.7089736569],
  ])("of %d", (x, expected) => {
    expectClose(logGamma(x), expected, 1e-13);
  });

  it.each([0, -1, Number.NaN])("refuses %d", (x) => {
    expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe("incompleteBeta", () => {
  it.each([
    [0, 2, 3, 0],
    [1, 2, 3, 1],
    [0.5, 0.5, 0.5, 0.5],
    [0.1, 2, 3, 0.0523],
    [0.9, 2, 3, 0.9963],
    [0.3, 10, 0.5, 1.2205229279531696e-6],
    [0.999, 50000, 0.5, 1.4863295759538154e-23],
    [0.4, 300, 450, 0.5019827583437082],
    [0.0001, 0.5, 5, 0.024606094045298437],
    [0.7, 8, 1, 0.05764801],
  ])("I_%d(%d, %d)", (x, a, b, expected) => {
    expectClose(incompleteBeta(x, a, b), expected, 1e-9);
  });

  it.each([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, Number.NaN],
  ])("refuses I_%d(%d, %d)", (x, a, b) => {
    expect(() => incompleteBeta(x, a, b)).toThrow(RangeError);
  });

  it("mirrors and rises", () => {
    const shape = fc.double({ min: 0.1, max: 500, noNaN: true });
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, shape, shape, (x, y, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a, x)).toBeCloseTo(1, 10);
        const [small, large] = x < y ? [x, y] : [y, x];
        expect(incompleteBeta(small, a, b)).toBeLessThanOrEqual(incompleteBeta(large, a, b) + 1e-12);
      }),
    );
  });
});

describe("tQuantile", () => {
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 1.3, 7.500529325562029],
    [0.975, 2, 4.302652729749462],
    [0.975, 4.6754582, 2.6251892659121676],
    [0.975, 11, 2.200985160091639],
    [0.975, 29.5, 2.043724966772122],
    [0.975, 1000, 1.9623390808264083],
    [0.975, 100000, 1.9599877075346095],
    [0.995, 7, 3.4994832973504924],
    [0.025, 9, -2.2621571627982053],
    [0.75, 3, 0.7648923284043444],
    [0.5, 4, 0],
    [0.999, 2.5, 13.82219311086596],
  ])("%d at %d degrees of freedom", (probability, df, expected) => {
    expectClose(tQuantile(probability, df), expected, 1e-9);
  });

  it.each([
    [0, 5],
    [1, 5],
    [0.975, 0],
    [Number.NaN, 5],
  ])("refuses %d at %d", (probability, df) => {
    expect(() => tQuantile(probability, df)).toThrow(RangeError);
  });
});

describe("fQuantile", () => {
  it.each([
    [0.975, 11, 77, 2.16507103127882],
    [0.025, 11, 77, 0.3358528601515583],
    [0.975, 5, 10, 4.236085668188632],
    [0.025, 5, 10, 0.151076701029982],
    [0.975, 1, 1, 647.7890114778442],
    [0.025, 1, 1, 0.001543712508674131],
    [0.5, 3.5, 8.25, 0.8886429109599429],
    [0.95, 400, 2800, 1.1287341005490423],
    [0.025, 29, 203, 0.5391877529843827],
  ])("%d at %d and %d", (probability, numerator, denominator, expected) => {
    expectClose(fQuantile(probability, numerator, denominator), expected, 1e-10);
  });

  it("is the square of t at one degree of freedom above", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 200, noNaN: true }), (df) => {
        expectClose(fQuantile(0.95, 1, df), tQuantile(0.975, df) ** 2, 1e-10);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [0, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -1],
  ])("refuses %d at %d and %d", (probability, numerator, denominator) => {
    expect(() => fQuantile(probability, numerator, denominator)).toThrow(RangeError);
  });
});

describe("the binomial", () => {
  it.each([
    [12, 20, 0.6, 0.5841070624424645, 0.5955987253122248],
    [7, 20, 0.6, 0.021028927477771155, 0.993534124647965],
    [4, 20, 0.6, 0.00031703112116863004, 0.999952655029308],
    [0, 5, 0.6, 0.01024, 1],
    [2, 2, 0.95, 1, 0.9025],
    [150, 300, 0.6, 0.000286034141398128, 0.9998148220301817],
    [4300, 8600, 0.505, 0.17966861190008962, 0.8259279620395017],
    [0, 8600, 0.001, 0.0001833153124767811, 1],
    [8599, 8600, 0.9999, 0.5768561144736465, 0.7870840210925341],
    [3, 10, 0, 1, 0],
    [3, 10, 1, 0, 1],
    [-1, 10, 0.5, 0, 1],
    [11, 10, 0.5, 1, 0],
    [0, 0, 0.5, 1, 1],
  ])("%d of %d at %d", (k, n, p, atMost, atLeast) => {
    expectClose(binomialAtMost(k, n, p), atMost, 1e-10);
    expectClose(binomialAtLeast(k, n, p), atLeast, 1e-10);
  });

  it.each([
    [0.05, 5, 0.5, 1],
    [0.05, 11, 0.5, 3],
    [0.05, 59, 0.5, 23],
    [0.025, 20, 0.6, 8],
    [0.001, 20, 0.6, 5],
    [0.001, 300, 0.6, 154],
    [0.025, 8600, 0.505, 4252],
    [0.025, 5, 0, 0],
    [0.025, 5, 1, 5],
    [0.5, 1, 0.5, 0],
    [0.25, 2, 0.5, 0],
    [0.1, 1, 0.9, 0],
    [0, 4, 0.5, 0],
    [1, 4, 0.5, 4],
    [0.5, 0, 0.3, 0],
  ])("quantile %d of n = %d, p = %d", (probability, n, p, expected) => {
    expect(binomialQuantile(probability, n, p)).toBe(expected);
  });

  it("agrees with summing the terms", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        let term = (1 - p) ** n;
        if (term === 0) return;
        let sum = 0;
        for (let k = 0; k <= n; k += 1) {
          sum += term;
          expect(binomialAtMost(k, n, p)).toBeCloseTo(sum, 10);
          expect(binomialAtLeast(k + 1, n, p)).toBeCloseTo(1 - sum, 10);
          term *= ((n - k) / (k + 1)) * (p / (1 - p));
        }
      }),
    );
  });

  it.each([
    [1, -1, 0.5],
    [1, 2.5, 0.5],
    [1, 2, 1.5],
    [1, 2, Number.NaN],
  ])("refuses %d of %d at %d", (k, n, p) => {
    expect(() => binomialAtMost(k, n, p)).toThrow(RangeError);
    expect(() => binomialAtLeast(k, n, p)).toThrow(RangeError);
    expect(() => binomialQuantile(0.5, n, p)).toThrow(RangeError);
  });

  it("refuses what is no probability", () => {
    expect(() => binomialQuantile(1.1, 5, 0.5)).toThrow(RangeError);
  });
});
