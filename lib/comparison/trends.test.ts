import { describe, expect, it } from "vitest";
import { addMonths, monthsUntil } from "@/lib/indicators/months";
import { alignedOnWorkshop } from "./aligned";
import { connectBesideOthers } from "./beside";

const end = 202610;
const registered = {
  code: "BIRTH_REG",
  nameLo: "",
  nameEn: "",
  group: "birth",
  numerator: ["K"],
  denominator: ["N"],
  populationKind: undefined,
  factor: 100,
  direction: "up",
  teamOnly: false,
} as const;
const counted = { ...registered, denominator: undefined } as never;

/** So many months up to the last, with these numbers each. */
const every = (count: number, K: number, N: number) =>
  new Map(monthsUntil(end, count).map((period) => [period, { K, N }]));

describe("villages laid over each other by their workshop", () => {
  it("have the median of those that reported in each month, counted from each one's own workshop", () => {
    const villages = [
      { workshop: "2026-04-20", months: every(24, 1, 4) },
      { workshop: "2025-12-02", months: every(24, 2, 4) },
      { workshop: "2025-06-01", months: every(24, 4, 4) },
      { workshop: null, months: every(24, 4, 4) },
    ];
    const { months, ...told } = alignedOnWorkshop(villages, registered as never, end);
    expect(told).toEqual({ unit: "share", villages: 3, short: 0, before: 0.5, since: 0.5 });
    const at = (offset: number) => months.find((one) => one.offset === offset);
    expect(at(0)).toEqual({ offset: 0, median: 0.5, villages: 3 });
    expect(at(8), "April and eight months is not over").toEqual({ offset: 8, median: 0.75, villages: 2 });
    expect(at(12), "one village is no middle").toEqual({ offset: 12, median: null, villages: 1 });
    expect(months).toHaveLength(25);
  });

  it("say how many have had little time since, and draw counts where months have no denominator", () => {
    const late = { workshop: "2026-09-20", months: every(24, 3, 4) };
    const told = alignedOnWorkshop([late, { ...late, workshop: "2026-06-01" }], counted, end);
    expect(told).toMatchObject({ unit: "count", villages: 2, short: 1, before: 3, since: 3 });
  });

  it("never take a missing month for zero", () => {
    const gap = new Map(every(24, 2, 4));
    gap.delete(addMonths(end, -1));
    const villages = [0, 1].map(() => ({ workshop: "2026-05-01", months: gap }));
    expect(
      alignedOnWorkshop(villages, registered as never, end).months.find(({ offset }) => offset === 4),
    ).toEqual({
      offset: 4,
      median: null,
      villages: 0,
    });
  });
});

describe("CONNECT villages beside the others", () => {
  it("are two groups in two windows that share no month", () => {
    const village = (id: string, workshop: string | null, K: number) => ({
      id,
      workshop,
      months: new Map(
        [...every(24, K, 10)].map(([month, value], at) => [month, at < 12 ? { ...value, K: 1 } : value]),
      ),
      figures: [],
    });
    const lines = connectBesideOthers(
      [village("a", "2025-11-01", 8), village("b", null, 2), village("c", null, 3)],
      registered as never,
      end,
    );
    expect(lines.map(({ group, window, line }) => [group, window, line.k, line.n, line.counted])).toEqual([
      ["connect", "before", 12, 120, 1],
      ["connect", "last", 96, 120, 1],
      ["other", "before", 24, 240, 2],
      ["other", "last", 60, 240, 2],
    ]);
    expect(lines[0]?.line.interval, "one village has no interval of a mean over villages").toBeNull();
  });
});
