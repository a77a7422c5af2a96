import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollingYear, rollingYearOfProjection } from "./rolling-year";
import { expectPrinted } from "./testing/expect-close";

/** Counts from April 2025 on; the twelfth is March 2026. */
function months(k: (number | null)[], n: (number | null)[]) {
  return k.map((count, index) => ({
    month: `${2025 + Math.floor((index + 3) / 12)}-${String(((index + 3) % 12) + 1).padStart(2, "0")}`,
    k: count,
    n: n[index] ?? null,
  }));
}

const K = [1, 2, 0, 2, 1, 2, 1, 1, 2, 0, 1, 2];
const N = [2, 2, 1, 2, 2, 2, 1, 2, 2, 1, 1, 2];

describe("rollingYear", () => {
  it("knows 15 of 20", () => {
    const rate = rollingYear(months(K, N), "2026-03");
    expect(rate).toMatchObject({ kind: "rolling-12", k: 15, n: 20, months: 12, complete: true, share: 0.75 });
    expectPrinted(rate.lo, 0.53129912);
    expectPrinted(rate.hi, 0.8881383);
  });

  it("takes the twelve months up to the end and no other", () => {
    const more = [{ month: "2025-03", k: 9, n: 9 }, ...months(K, N), { month: "2026-04", k: 9, n: 9 }];
    expect(rollingYear(more, "2026-03")).toEqual(rollingYear(months(K, N), "2026-03"));
    expect(rollingYear(more, "2026-04")).toMatchObject({ k: 15 - 1 + 9, n: 20 - 2 + 9, months: 12 });
  });

  it("lets a month enter only with both, and calls under ten incomplete", () => {
    const holed = months([null, ...K.slice(1)], [...N.slice(0, 10), null, 2]);
    expect(rollingYear(holed, "2026-03")).toMatchObject({ k: 13, n: 17, months: 10, complete: true });
    expect(rollingYear(holed.slice(2), "2026-03")).toMatchObject({ months: 9, complete: false });
  });

  it("is null without a denominator and says nothing of no reports", () => {
    expect(rollingYear([{ month: "2026-03", k: 0, n: 0 }], "2026-03")).toMatchObject({
      k: 0,
      share: null,
      lo: null,
    });
    expect(rollingYear([], "2026-03")).toMatchObject({ k: null, n: null, share: null, months: 0, lo: null });
  });

  it("flags more than there should be, without an interval", () => {
    const over = rollingYear([{ month: "2026-03", k: 3, n: 2 }], "2026-03");
    expect(over).toMatchObject({ share: 1.5, overOne: true, lo: null, hi: null });
  });

  it("refuses no months, a month twice, and negative counts", () => {
    const march = { month: "2026-03", k: 1, n: 2 };
    expect(() => rollingYear([march], "2026-13")).toThrow(RangeError);
    expect(() => rollingYear([{ ...march, month: "202603" }], "2026-03")).toThrow(RangeError);
    expect(() => rollingYear([march, march], "2026-03")).toThrow(/twice/);
    expect(() => rollingYear([{ ...march, k: -1 }], "2026-03")).toThrow(RangeError);
  });

  it("does not mind the order", () => {
    const reports = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(reports, (k) => {
        const counts = months(
          k,
          k.map(() => 5),
        );
        expect(rollingYear([...counts].reverse(), "2026-05")).toEqual(rollingYear(counts, "2026-05"));
      }),
    );
  });
});

describe("rollingYearOfProjection", () => {
  const k = [2, 1, 0, 3, 2, null, 1, 2, 4, 1, 0, 2];
  const annual = k.map(() => 20);

  it("knows 18 of 18.333…", () => {
    const rate = rollingYearOfProjection(months(k, annual), "2026-03");
    expect(rate).toMatchObject({ k: 18, months: 11, complete: true, lo: null, hi: null, overOne: false });
    expectPrinted(rate.n, 18.333333);
    expectPrinted(rate.share, 0.98181818);
  });

  it("keeps values over 1, flagged, without an interval", () => {
    const rate = rollingYearOfProjection(
      months(
        k,
        k.map(() => 12),
      ),
      "2026-03",
    );
    expect(rate).toMatchObject({ n: 11, overOne: true, lo: null });
    expectPrinted(rate.share, 1.6363636);
  });

  it("takes each year's own projection", () => {
    const counts = months(
      k,
      k.map((_, index) => (index < 9 ? 12 : 24)),
    );
    expect(rollingYearOfProjection(counts, "2026-03").n).toBe(8 + 6);
  });
});
