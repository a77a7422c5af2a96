import { describe, expect, it } from "vitest";
import { type Calculated, spellOf, yearOf } from "./calculation";
import { chooseFigure, type Figure } from "./denominators";
import { monthsUntil } from "./months";

const end = 202610;
const window = monthsUntil(end, 12);
const anc4: Calculated = {
  numerator: ["ANC4"],
  populationKind: "expected_pregnancies",
};
const drop: Calculated = { numerator: ["P1", "-P3"], denominator: ["P1"] };
const home: Calculated = { numerator: ["H"], denominator: ["H", "F"] };
const deaths: Calculated = { numerator: ["D"] };
const monthly = (values: Record<string, (number | null | undefined)[]>) =>
  new Map(
    window.map((period, at) => [
      period,
      Object.fromEntries(Object.entries(values).map(([code, list]) => [code, list[at]])),
    ]),
  );
const figure = (given: Partial<Figure>): Figure => ({
  kind: "expected_pregnancies",
  year: 2026,
  value: 24,
  method: "enumerated",
  asOf: "2026-01-15",
  source: null,
  ...given,
});
const all = (value: number) => Array.from({ length: 12 }, () => value);

describe("chooseFigure", () => {
  const asked = { kind: "expected_pregnancies", year: 2026, numerator: ["ANC4"] } as const;
  const projected = figure({ method: "projection", value: 30, asOf: "2026-06-01" });
  it.each([
    ["what was enumerated before a newer projection", [projected, figure({})], 24],
    ["of one method the newest", [figure({}), figure({ asOf: "2026-05-01", value: 25 })], 25],
    ["only its own year and kind", [figure({ year: 2025 }), figure({ kind: "live_births" })], null],
  ])("takes %s", (_title, figures, value) => expect(chooseFigure(figures, asked)?.value ?? null).toBe(value));

  it("never one derived from the same indicator", () => {
    const derived = [figure({ method: "countdown_anc1" })];
    expect(chooseFigure(derived, { ...asked, numerator: ["ANC1"] })).toBeNull();
    expect(chooseFigure(derived, asked)).not.toBeNull();
  });
});

describe("yearOf", () => {
  const both = [figure({}), figure({ year: 2025 })];
  it("of an enumerated year: k of n with its interval", () => {
    const { rate, estimated } = yearOf(anc4, { end, months: monthly({ ANC4: all(1) }), figures: both });
    expect(rate).toMatchObject({ k: 12, n: 24, months: 12, share: 0.5 });
    expect(rate.lo).toBeCloseTo(0.3143, 4);
    expect(estimated).toBe(false);
  });

  it("with a month missing or a projection it is an estimate without interval; over 100 % it stays", () => {
    const holed = monthly({ ANC4: [undefined, ...all(1).slice(1)] });
    expect(yearOf(anc4, { end, months: holed, figures: both })).toMatchObject({
      rate: { k: 11, n: 22, lo: null },
      estimated: true,
    });
    const projected = both.map((one) => ({ ...one, method: "projection" as const }));
    expect(yearOf(anc4, { end, months: monthly({ ANC4: all(3) }), figures: projected }).rate).toMatchObject({
      k: 36,
      n: 24,
      share: 1.5,
      overOne: true,
      lo: null,
    });
  });

  it("without people to divide by it is what was counted, and no share", () => {
    expect(yearOf(anc4, { end, months: monthly({ ANC4: all(1) }), figures: [] }).rate).toMatchObject({
      k: 12,
      n: null,
      share: null,
      overOne: false,
    });
  });

  it("a drop-out is what did not stay, also when more stayed than began", () => {
    const fewer = yearOf(drop, { end, months: monthly({ P1: all(5), P3: all(4) }), figures: [] });
    expect(fewer.rate).toMatchObject({ k: 12, n: 60, months: 12 });
    expect(fewer.rate.share).toBeCloseTo(0.2, 12);
    expect(fewer.rate.lo).toBeCloseTo(0.1181, 3);
    const more = yearOf(drop, { end, months: monthly({ P1: all(4), P3: all(5) }), figures: [] });
    expect(more.rate).toMatchObject({ k: -12, n: 48, share: -0.25, lo: null });
  });

  it("a count is added up and never divided", () => {
    expect(yearOf(deaths, { end, months: monthly({ D: all(1) }), figures: [] }).rate).toMatchObject({
      k: 12,
      share: null,
    });
  });
});

describe("spellOf", () => {
  it("a quarter takes only months that say everything, and tells how many", () => {
    const months = monthly({ H: [...all(0).slice(2), 1, null], F: all(2) });
    const spell = spellOf(home, { periods: window.slice(-3), months, figures: [] });
    expect(spell).toEqual({ k: 1, n: 5, months: 2, of: 3 });
    expect(spellOf(home, { periods: [202701], months, figures: [] })).toEqual({
      k: null,
      n: null,
      months: 0,
      of: 1,
    });
  });

  it("of people of the year it takes their part", () => {
    const months = monthly({ ANC4: all(1) });
    expect(spellOf(anc4, { periods: window.slice(-3), months, figures: [figure({})] })).toEqual({
      k: 3,
      n: 6,
      months: 3,
      of: 3,
    });
    expect(spellOf(anc4, { periods: window.slice(-3), months, figures: [] })).toEqual({
      k: 3,
      n: null,
      months: 3,
      of: 3,
    });
  });
});
