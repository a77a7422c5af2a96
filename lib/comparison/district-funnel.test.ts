import { describe, expect, it } from "vitest";
import { yearOf } from "@/lib/indicators/calculation";
import { monthsUntil } from "@/lib/indicators/months";
import { type DistrictYear, districtFunnel } from "./district-funnel";

const end = 202610;
const indicator = {
  code: "BIRTH_REG",
  nameLo: "",
  nameEn: "",
  group: "birth",
  numerator: ["K"],
  denominator: ["N"],
  populationKind: null,
  factor: 100,
  direction: "up",
  teamOnly: false,
} as never;

/** Twelve months of which the last holds everything. */
function district(id: string, k: number | null, n = 0): DistrictYear {
  const months = new Map(
    monthsUntil(end, 12).map((period) => [period, period === end ? { K: k ?? 0, N: n } : { K: 0, N: 0 }]),
  );
  const counted = k === null ? new Map() : months;
  return {
    id,
    code: id,
    nameLo: id,
    nameEn: id,
    year: yearOf(indicator, { end, months: counted, figures: [] }),
  };
}

describe("districts against chance", () => {
  it("are named by exact limits about all of them, in the order given", () => {
    const { benchmark, districts, overdispersed } = districtFunnel(
      [district("a", 150, 300), district("b", 200, 300), district("c", 12, 20), district("d", null)],
      indicator,
    );
    expect(benchmark).toBeCloseTo(362 / 620, 12);
    expect(overdispersed).toBe(false);
    expect(districts.map(({ id, inner, outer }) => [id, inner, outer])).toEqual([
      ["a", "low", "inside"],
      ["b", "high", "inside"],
      ["c", "inside", "inside"],
      ["d", null, null],
    ]);
    expect(districts[3]?.shown).toMatchObject({ k: null, share: null });
  });

  it("name nobody when more lie outside than chance could explain", () => {
    const many = Array.from({ length: 30 }, (_, at) => district(`d${at}`, at % 2 ? 20 : 80, 100));
    const { overdispersed, districts } = districtFunnel(many, indicator);
    expect(overdispersed).toBe(true);
    expect(districts.every(({ inner, outer }) => inner === null && outer === null)).toBe(true);
  });

  it("draw no limits about one district, and leave out what cannot be a share", () => {
    expect(districtFunnel([district("a", 5, 10)], indicator)).toMatchObject({ benchmark: null, limits: [] });
    const over = districtFunnel(
      [district("a", 5, 10), district("b", 5, 10), district("c", 12, 10)],
      indicator,
    );
    expect(over.benchmark).toBe(0.5);
    expect(over.districts[2]?.inner).toBeNull();
  });

  it("draw a limit only where so few people could lie outside it", () => {
    const { limits } = districtFunnel([district("a", 90, 100), district("b", 90, 100)], indicator);
    expect(limits[0]?.outer, "three people are too few").toEqual([null, null]);
    expect(limits.at(-1)?.outer[0]).toBeGreaterThan(0.7);
    for (const { inner, outer } of limits) {
      if (inner[0] !== null && outer[0] !== null) expect(outer[0]).toBeLessThanOrEqual(inner[0]);
    }
  });
});
