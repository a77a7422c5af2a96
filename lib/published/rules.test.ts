import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSmall } from "@/lib/statistics/suppression";
import {
  type Count,
  type Decided,
  decide,
  type Figure,
  type Mean,
  type Measured,
  meansMayChange,
  type Told,
} from "./rules";
import { said, viewOf } from "./view";

type District = readonly [id: string, province: string, k: number | null, n?: number];
const measured = (districts: readonly District[]): Measured => ({
  threshold: 5,
  together: () => null,
  districts: districts.map(([id, provinceId, k, n = 0]) => ({
    id,
    provinceId,
    figure: k === null ? null : { k, n, months: 3 },
  })),
});
const plain = (told: Told | undefined) =>
  told && told !== "hidden" ? `${(told as Count).k}/${(told as Count).n}` : (told ?? null);
const shown = ({ districts, provinces, nation }: Decided) => ({
  ...Object.fromEntries([...districts].map(([id, told]) => [id, plain(told)])),
  ...Object.fromEntries([...provinces].map(([id, told]) => [id, plain(told)])),
  nation: plain(nation),
});

describe("what a first publication tells", () => {
  test("a small district, one more beside it, and totals that stay", () => {
    const decided = decide(
      measured([
        ["a", "P", 3, 40],
        ["b", "P", 20, 40],
        ["c", "P", 30, 60],
        ["d", "Q", 50, 100],
        ["e", "Q", null],
      ]),
      null,
    );
    expect(shown(decided)).toEqual({
      a: "hidden",
      b: "hidden",
      c: "30/60",
      d: "50/100",
      e: null,
      P: "53/140",
      Q: "50/100",
      nation: "103/240",
    });
    expect(Object.fromEntries(decided.why)).toEqual({ a: "small", b: "cover" });
  });

  test("a mean of one village, or of fewer than ten people, is hidden with what would give it away", () => {
    const mean = (n: number, villages: number): Mean => ({ mean: 4, lo: 3, hi: 5, n, villages });
    const decided = decide(
      {
        threshold: 10,
        together: () => mean(90, 6),
        districts: [
          { id: "a", provinceId: "P", figure: mean(30, 1) },
          { id: "b", provinceId: "P", figure: mean(25, 2) },
          { id: "c", provinceId: "P", figure: mean(35, 3) },
        ],
      },
      null,
    );
    expect([...decided.districts].map(([id, told]) => [id, told === "hidden"])).toEqual([
      ["a", true],
      ["b", true],
      ["c", false],
    ]);
    expect(decided.provinces.get("P")).toEqual(mean(90, 6));
  });
});

describe("a correction", () => {
  const first = decide(
    measured([
      ["a", "P", 3, 40],
      ["b", "P", 20, 40],
      ["c", "P", 30, 60],
      ["d", "Q", 50, 100],
    ]),
    null,
  );

  test("shows no change of fewer than five, hides what was hidden, and its totals add up", () => {
    const second = decide(
      measured([
        ["a", "P", 15, 40],
        ["b", "P", 20, 40],
        ["c", "P", 32, 60],
        ["d", "Q", 60, 100],
      ]),
      first,
    );
    expect(shown(second)).toEqual({
      a: "hidden",
      b: "hidden",
      c: "30/60",
      d: "60/100",
      P: "65/140",
      Q: "60/100",
      nation: "125/240",
    });
    expect(second.waiting).toBe(1);
    expect(second.why.get("a")).toBe("kept");
  });

  test("a hidden rest that changes by few stays as it was", () => {
    const second = decide(
      measured([
        ["a", "P", 4, 40],
        ["b", "P", 21, 40],
        ["c", "P", 30, 60],
        ["d", "Q", 50, 100],
      ]),
      first,
    );
    expect(shown(second)).toEqual(shown(first));
  });

  test("of means is taken whole or not at all", () => {
    const of = (n: number): Measured => ({
      threshold: 10,
      together: () => null,
      districts: [{ id: "a", provinceId: "P", figure: { mean: 1, lo: null, hi: null, n, villages: 3 } }],
    });
    const before = decide(of(40), null);
    expect(meansMayChange(of(43), before)).toBe(false);
    expect(meansMayChange(of(40), before)).toBe(true);
    expect(meansMayChange(of(55), before)).toBe(true);
  });
});

const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 7, max: 80 }) },
);
const table = fc.array(
  fc.tuple(fc.constantFrom("P", "Q", "R"), fc.option(fc.tuple(count, count), { freq: 9 })),
  { minLength: 1, maxLength: 10 },
);
const later = fc.array(
  fc.option(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }))),
  {
    minLength: 10,
    maxLength: 10,
  },
);

/** k and n − k of everything that anybody can work out: each figure told, and each rest of a total told. */
function workedOut(told: Decided, provinceOf: ReadonlyMap<string, string>, hiddenIn: Decided) {
  const pair = (figure: Figure | null | undefined): [number, number] => {
    const one = figure as Count | null;
    return one ? [one.k, (one.n ?? 0) - one.k] : [0, 0];
  };
  const known = new Map<string, [number, number]>();
  const of = (one: Told | undefined) => (one === "hidden" ? null : pair(one));
  const minus = ([a, b]: [number, number], parts: readonly ([number, number] | null)[]): [number, number] => [
    a - parts.reduce((sum, part) => sum + (part?.[0] ?? 0), 0),
    b - parts.reduce((sum, part) => sum + (part?.[1] ?? 0), 0),
  ];
  for (const [id, one] of told.districts) if (one !== "hidden") known.set(id, pair(one));
  const openBelow: [number, number][] = [];
  const openHidden = [...hiddenIn.provinces].flatMap(([id, one]) => (one === "hidden" ? [id] : []));
  for (const [province, one] of told.provinces) {
    const members = [...told.districts].filter(([id]) => provinceOf.get(id) === province);
    const visible = members
      .filter(([id]) => hiddenIn.districts.get(id) !== "hidden")
      .map(([, each]) => of(each));
    if (openHidden.includes(province))
      openBelow.push(...(visible.map((each) => each ?? [0, 0]) as [number, number][]));
    const whole = of(one);
    if (!whole) continue;
    known.set(province, whole);
    if (visible.length < members.length) known.set(`rest ${province}`, minus(whole, visible));
    if (!openHidden.includes(province)) openBelow.push(whole);
  }
  const nation = of(told.nation);
  if (nation) known.set("nation", nation).set("rest", minus(nation, openBelow));
  return known;
}

describe("whatever was counted", () => {
  test("no figure and no rest of a total tells of 1 to 4 people, neither alone nor against the version before", () => {
    fc.assert(
      fc.property(table, later, (counts, changes) => {
        const build = (changed: boolean) =>
          measured(
            counts.map(([province, pair], at): District => {
              const [dk, dr] = (changed && changes[at]) || [0, 0];
              if (!pair) return [`d${at}`, province, null];
              const [k, rest] = [Math.max(0, pair[0] + dk), Math.max(0, pair[1] + dr)];
              return [`d${at}`, province, k, k + rest];
            }),
          );
        const provinceOf = new Map(counts.map(([province], at) => [`d${at}`, province]));
        const first = decide(build(false), null);
        const second = decide(build(true), first);
        const alone = workedOut(first, provinceOf, first);
        const after = workedOut(second, provinceOf, second);
        for (const known of [alone, after])
          for (const [what, pair] of known)
            expect(
              pair.some((one) => one < 0 || isSmall(one, 5)),
              `${what} ${pair}`,
            ).toBe(false);
        const before = workedOut(first, provinceOf, second);
        // A total is the sum of what is told below it and its rest: these are what can change by few.
        for (const [what, pair] of [...after].filter(([what]) => /^(d|rest)/.test(what)))
          for (const side of [0, 1] as const) {
            const was = before.get(what)?.[side];
            if (was !== undefined)
              expect(isSmall(Math.abs(pair[side] - was), 5), `${what}: ${was} → ${pair[side]}`).toBe(false);
          }
        for (const [id, told] of first.districts)
          if (told === "hidden") expect(second.districts.get(id)).toBe("hidden");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what is read", () => {
  const measure = {
    code: "ANC4_COV",
    kind: "count" as const,
    nameLo: "ກ",
    nameEn: "a",
    numerator: ["ANC4"],
    denominator: null,
    population: null,
    instrument: null,
  };

  test("a percentage from twenty people on, its interval where they were counted", () => {
    expect(said({ k: 12, n: 20, months: 3 }, measure)).toMatchObject({ percent: 60, low: 39, high: 78 });
    expect(said({ k: 12, n: 20, months: 3 }, { ...measure, population: "live_births" })).toMatchObject({
      percent: 60,
      low: null,
    });
    expect(said({ k: 12, n: 19, months: 3 }, measure)).toMatchObject({ percent: null });
    expect(said({ k: 12, n: 40, months: null }, { ...measure, numerator: null })).toMatchObject({
      percent: null,
    });
    expect(said("hidden", measure)).toBe("hidden");
  });

  test("twelve months only out of four quarters that tell it", () => {
    const row = (cells: Told[]) => ({
      placeId: "d",
      level: "district" as const,
      provinceId: "P",
      cells,
      code: "LA1",
      nameLo: "ກ",
      nameEn: "a",
    });
    const of = (quarter: number, told: Told) => ({ quarter, measures: [measure], rows: [row([told])] });
    const figure = { k: 10, n: 20, months: 3 };
    const publication = { table: "antenatal", quarter: 20_263 } as never;
    const year = (...before: Told[]) =>
      viewOf({
        publication,
        later: null,
        measures: [measure],
        rows: [row([figure])],
        earlier: before.map((told, at) => of([20_254, 20_261, 20_262][at] as number, told)),
      });
    expect(year(figure, figure, figure).lines[0]?.year[0]).toMatchObject({ k: 40, n: 80, percent: 50 });
    expect(year(figure, "hidden", figure).lines[0]?.year[0]).toBe("hidden");
    expect(year(figure, null, figure).lines[0]?.year[0]).toBeNull();
    expect(year(figure, figure).hasYear).toBe(false);
  });
});
