import { describe, expect, it } from "vitest";
import { yearOf } from "@/lib/indicators/calculation";
import { shownYear } from "@/lib/indicators/display";
import { monthsUntil } from "@/lib/indicators/months";
import { sinceWorkshop } from "@/lib/indicators/since-workshop";
import { groupLines, togetherOf } from "./groups";
import { type ComparedVillage, chosenVillages } from "./village-rows";

const end = 202610;
const indicator = {
  code: "BIRTH_REG",
  nameLo: "ຈົດ",
  nameEn: "Registered",
  group: "birth",
  numerator: ["K"],
  denominator: ["N"],
  populationKind: undefined,
  factor: 100,
  direction: "up",
  teamOnly: false,
} as const;
const share = { ...indicator, numerator: ["K"], denominator: ["N"] };

type Given = Partial<ComparedVillage> & { k?: number; n?: number };
function villageOf(id: string, { k, n, ...given }: Given): ComparedVillage {
  const months = new Map(k === undefined ? [] : [[end, { K: k, N: n ?? 0 }]]);
  const year = yearOf(share, { end, months, figures: [] });
  const counts = { done: 0, doing: 0, todo: 0, blocked: 0, late: 0, dropped: 0 };
  return {
    id,
    code: id,
    nameLo: id,
    nameEn: id,
    lat: null,
    lng: null,
    mark: "nodata",
    counts,
    firstWorkshop: null,
    lastVisit: null,
    lastReport: k === undefined ? null : end,
    mainGroup: null,
    wetAccess: null,
    centre: null,
    year,
    shown: shownYear(share, year),
    since: null,
    trust: null,
    ...given,
  };
}
const none = { filters: {} } as const;
const names = (list: readonly ComparedVillage[]) => list.map(({ id }) => id);

describe("lines of villages", () => {
  const late = villageOf("b", { mark: "late", k: 8, n: 10 });
  const small = villageOf("c", { k: 0, n: 3 });
  const low = villageOf("d", { mark: "done", k: 30, n: 100 });
  const unstable = villageOf("e", { mark: "doing", k: 1, n: 5 });
  const all = [low, unstable, small, late];

  it("put late work first, then go by name", () =>
    expect(names(chosenVillages(all, { sort: "urgency", ...none }))).toEqual(["b", "c", "e", "d"]));

  it("call low only what is surely low: 30 of 100 before 1 of 5, and without an interval last", () => {
    expect(names(chosenVillages(all, { sort: "lowest", ...none }))).toEqual(["d", "e", "b", "c"]);
    expect(names(chosenVillages(all, { sort: "highest", ...none }))).toEqual(["b", "d", "e", "c"]);
  });

  it("are only those that fit every filter", () => {
    const khmu = villageOf("k", {
      mainGroup: { id: "khmu", nameLo: "", nameEn: "Khmu" },
      mark: "late",
      centre: { id: "x", code: "HC-1", nameLo: "", nameEn: "", minutesDry: 45 },
      firstWorkshop: "2026-01-01",
    });
    const fitting = (filters: Record<string, string>) =>
      names(chosenVillages([...all, khmu], { sort: "name", filters }));
    expect(fitting({ status: "late" })).toEqual(["b", "k"]);
    expect(fitting({ status: "late", group: "khmu" })).toEqual(["k"]);
    expect(fitting({ distance: "60", centre: "HC-1", workshop: "yes" })).toEqual(["k"]);
    expect(fitting({ distance: "60", workshop: "no" })).toEqual([]);
  });

  it("show k of n alone under five people, and say so under twenty", () => {
    expect(small.shown).toMatchObject({ k: 0, n: 3, share: null, interval: null });
    expect(unstable.shown.remarks).toContain("unstable");
  });
});

describe("villages alike, together", () => {
  it("have the interval of a mean over villages about their common share", () => {
    const sums = [30, 18, 25, 20, 40, 22];
    const villages = sums.map((n, at) =>
      villageOf(`v${at}`, { n, k: Math.round(n * ([0.5, 0.6, 0.4, 0.7, 0.5, 0.55][at] ?? 0)) }),
    );
    const line = togetherOf(villages, share);
    const n = sums.reduce((a, b) => a + b);
    expect(line).toMatchObject({ villages: 6, counted: 6, n });
    expect(line.share).toBeCloseTo((line.k as number) / n, 12);
    const { low, high } = line.interval ?? { low: 0, high: 0 };
    expect(low).toBeLessThan(line.share as number);
    expect(high).toBeGreaterThan(line.share as number);
  });

  it("have no interval where the villages are too few, and no share under five people", () => {
    const two = [villageOf("a", { k: 5, n: 10 }), villageOf("b", { k: 2, n: 10 })];
    expect(togetherOf(two, share)).toMatchObject({ k: 7, n: 20, interval: null, remarks: ["fewVillages"] });
    const few = togetherOf([villageOf("a", { k: 1, n: 2 })], share);
    expect(few).toMatchObject({ k: 1, n: 2, share: null, remarks: ["few"] });
  });

  it("leave out whoever did not report, without counting it as nothing", () => {
    const lines = groupLines([villageOf("a", { k: 5, n: 10 }), villageOf("b", {})], "season", share);
    expect(lines).toMatchObject([{ part: "unknown", villages: 2, counted: 1, k: 5, n: 10 }]);
    expect(togetherOf([villageOf("b", {})], share)).toMatchObject({ counted: 0, k: null, n: null });
  });
});

describe("before and since the workshop", () => {
  const months = new Map(monthsUntil(end, 24).map((period, at) => [period, { K: at < 12 ? 1 : 2, N: 4 }]));
  const of = (workshop: string | null) => sinceWorkshop(share, { months, figures: [], workshop, end });

  it("are the twelve months before its month, and the newest twelve from that month on", () => {
    expect(of("2026-05-20")).toMatchObject({
      before: { k: 6 + 12, n: 48, months: 12 },
      after: { k: 12, n: 24, months: 6 },
    });
    expect(of("2025-01-05")).toMatchObject({ before: { k: 2, months: 2 }, after: { months: 12 } });
  });

  it("are not there without a workshop, nor in the month it was held", () => {
    expect(of(null)).toBeNull();
    expect(of("2026-11-02")).toBeNull();
  });
});
