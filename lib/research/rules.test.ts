import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedShare, peopleToTell, sharesToTell } from "./counts";
import { HIDDEN } from "./tables";
import { type ResearchVillage, villageRows, villagesToTell } from "./villages";

const share = fc.record({
  district: fc.uuid(),
  province: fc.constantFrom("LA01", "LA02", "LA03"),
  k: fc.integer({ min: 0, max: 60 }),
  rest: fc.integer({ min: 0, max: 60 }),
});

describe("k of n of districts", () => {
  it("hides 19 of 20 and another with it, so that neither follows from the province's sum", () => {
    const of = (k: number, n: number): CountedShare => ({ district: `${k}`, province: "LA01", k, n });
    expect(sharesToTell([of(19, 20), of(30, 50), of(40, 90)])).toEqual([
      [HIDDEN, HIDDEN],
      [HIDDEN, HIDDEN],
      [40, 90],
    ]);
  });

  it("leaves of every province's and the nation's sum nobody or ten people and more", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (given) => {
        const shares = given.map(({ rest, k, ...one }): CountedShare => ({ ...one, k, n: k + rest }));
        const told = sharesToTell(shares);
        const left = (rows: readonly number[], of: (one: CountedShare) => number) =>
          rows
            .filter((at) => told[at]?.[0] === HIDDEN)
            .reduce((sum, at) => sum + of(shares[at] as CountedShare), 0);
        const provinces = Map.groupBy(shares.keys(), (at) => shares[at]?.province);
        for (const [at, { k, n }] of shares.entries()) {
          if (told[at]?.[0] === HIDDEN) continue;
          for (const count of [k, (n ?? 0) - k]) expect(count === 0 || count >= 10).toBe(true);
        }
        for (const rows of provinces.values()) {
          // A province of which all is hidden has no other row to subtract.
          if (rows.every((at) => told[at]?.[0] === HIDDEN)) continue;
          for (const of of [(one: CountedShare) => one.k, (one: CountedShare) => (one.n ?? 0) - one.k]) {
            const rest = left(rows, of);
            expect(rest === 0 || rest >= 10).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("people by year and kind", () => {
  const counted = fc.array(
    fc.record({
      year: fc.constantFrom(2024, 2025, 2026),
      category: fc.constantFrom("a", "b", "c", "d"),
      people: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it("has no cell of 1 to 9 people, and none that its year's or kind's sum gives away", () => {
    fc.assert(
      fc.property(counted, (given) => {
        const told = peopleToTell(given);
        const real = (year: number, category: string) =>
          given.reduce(
            (sum, one) => sum + (one.year === year && one.category === category ? one.people : 0),
            0,
          );
        for (const [year, category, people] of told) {
          if (people === HIDDEN) continue;
          expect(people).toBe(real(year, category));
          expect(people === 0 || Number(people) >= 10).toBe(true);
        }
        if (told.every(([, , people]) => people === HIDDEN)) return;
        for (const side of [0, 1] as const)
          for (const [, line] of Map.groupBy(told, (one) => one[side])) {
            const hidden = line.filter(([, , people]) => people === HIDDEN);
            const whole = line.reduce((sum, [year, category]) => sum + real(year, category), 0);
            // A sum of few is told nowhere.
            if (whole < 10) continue;
            // Alone in its year or kind it follows from the sum: only what may be told anyway.
            const [first] = hidden;
            const alone = first && hidden.length === 1 ? real(first[0], first[1]) : 0;
            expect(alone === 0 || alone >= 10).toBe(true);
          }
      }),
      { numRuns: 150 },
    );
  });
});

const village = fc.record({
  id: fc.uuid(),
  district: fc.constantFrom("LA0101", "LA0102"),
  province: fc.constantFrom("LA01", "LA02"),
  first: fc.constantFrom(null, "2025-Q1"),
  family: fc.constantFrom("lao_tai", "mon_khmer"),
  travel: fc.constantFrom("near", "far"),
  season: fc.constantFrom("open", "cut_off"),
  poverty: fc.constantFrom("poor", "unknown"),
  reports: fc.constant({ "2026-Q1": 2 }),
});

describe("villages", () => {
  it("are at least five alike in all that is told of them, whatever they are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(village, { selector: ({ id }) => id, maxLength: 60 }), (villages) => {
        const told = villagesToTell(villages as ResearchVillage[]);
        const classes = Map.groupBy(told.values(), (known) => JSON.stringify(known));
        for (const alike of classes.values()) expect(alike.length).toBeGreaterThanOrEqual(5);
        // At most four are told nowhere: those that are too few even without anything.
        expect(villages.length - told.size).toBeLessThan(5);
      }),
      { numRuns: 100 },
    );
  });

  it("keep their key within one file only, and lie in its order", () => {
    const villages = fc.sample(village, { numRuns: 20, seed: 1 }) as ResearchVillage[];
    const [a, again, b] = ["s", "s", "t"].map((secret) => villageRows(villages, ["2026-Q1"], secret));
    expect(a).toEqual(again);
    const keys = (rows: typeof a) => (rows ?? []).map(([key]) => String(key));
    expect(keys(a)).toEqual([...keys(a)].sort());
    expect(keys(a).filter((key) => keys(b).includes(key))).toEqual([]);
    expect(a?.[0]?.at(-1)).toBe(2);
  });
});
