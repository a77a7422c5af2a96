import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "./reliability";
import { expectPrinted } from "./testing/expect-close";
import { TWELVE_RESPONDENTS } from "./testing/twelve-respondents";

const firstSixByThree = TWELVE_RESPONDENTS.slice(0, 6).map((row) => row.slice(0, 3));
const withConstant = TWELVE_RESPONDENTS.map((row) => [...row, 1]);

describe("cronbachAlpha", () => {
  // Known answers of R: psych::alpha(m)$total$raw_alpha (which drops the constant item of the last row)
  it.each([
    [TWELVE_RESPONDENTS, 0.90538033, 0.7951417, 0.96822171],
    [firstSixByThree, 0.90517241, 0.59830222, 0.98567376],
    [withConstant, 0.89123377, 0.76691975, 0.96332775],
  ])("of %j", (rows, alpha, lo, hi) => {
    const shown = cronbachAlpha(rows);
    expectPrinted(shown.alpha, alpha);
    expectPrinted(shown.lo, lo);
    expectPrinted(shown.hi, hi);
    expect(shown).toMatchObject({ items: rows[0]?.length, n: rows.length, shown: false });
  });

  it("uses complete rows only", () => {
    const holed = [...TWELVE_RESPONDENTS, [1, 1, 1, 1, 1, 1, 1, null]];
    expect(cronbachAlpha(holed)).toEqual(cronbachAlpha(TWELVE_RESPONDENTS));
  });

  it("is shown from thirty complete respondents on", () => {
    const thirty = [...TWELVE_RESPONDENTS, ...TWELVE_RESPONDENTS, ...TWELVE_RESPONDENTS].slice(0, 30);
    expect(cronbachAlpha(thirty).shown).toBe(true);
    expect(cronbachAlpha(thirty.slice(1)).shown).toBe(false);
  });

  it.each([
    ["nobody", []],
    ["one respondent", [[1, 0]]],
    [
      "equal totals",
      [
        [1, 0],
        [0, 1],
      ],
    ],
  ])("is null of %s", (_, rows) => {
    expect(cronbachAlpha(rows)).toMatchObject({ alpha: null, lo: null, hi: null, shown: false });
  });

  it("may be negative, and has no interval at 1", () => {
    const disagree = cronbachAlpha([
      [1, -1],
      [-1, 1],
      [1, 0],
    ]);
    expect(disagree.alpha).toBeLessThan(0);
    expect(disagree.lo).not.toBeNull();
    expect(
      cronbachAlpha([
        [1, 1],
        [0, 0],
        [-1, -1],
      ]),
    ).toMatchObject({ alpha: 1, lo: null, hi: null });
  });

  it("refuses ragged rows and a single item", () => {
    expect(() => cronbachAlpha([[1, 1], [1]])).toThrow(RangeError);
    expect(() => cronbachAlpha([[1], [0]])).toThrow(RangeError);
  });

  it("is at most 1 and lies inside its interval's reach", () => {
    const answer = fc.constantFrom(-1, 0, 1);
    const row = fc.array(answer, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 25 }), (rows) => {
        const { alpha, lo, hi } = cronbachAlpha(rows);
        if (alpha === null) return;
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        if (lo !== null && hi !== null) expect(lo).toBeLessThan(hi);
      }),
    );
  });
});
