import { daysBetween } from "@/lib/i18n/format";
import { changeBetweenRounds } from "@/lib/statistics/difference-in-difference";
import { differenceOfMeans } from "@/lib/statistics/mean-difference";
import { meanFromSums } from "@/lib/statistics/mean-from-sums";
import { rangeOf } from "@/lib/trust/rules";
import type { Scale } from "@/lib/trust/schema";

/** A round says nothing about today after so many days. */
export const ROUND_DAYS = 400;

/** One closed round of a village with at least ten people (`trust_of_villages`). */
export type RoundTotal = Readonly<{
  villageId: string;
  instrumentId: string;
  scale: Scale;
  items: number;
  startDate: string;
  n: number;
  sum: number;
  squares: number;
}>;

export type ShownRound = Readonly<{
  startDate: string;
  n: number;
  mean: number;
  lo: number | null;
  hi: number | null;
}>;
export type TrustFinding = Readonly<{
  villageId: string;
  low: boolean;
  round: ShownRound;
  /** The round before, where trust fell since. */
  before: ShownRound | null;
  /** Newest minus before with its interval, where it fell. */
  change: Readonly<{ difference: number; lo: number; hi: number }> | null;
  range: readonly [number, number];
  /** The whole interval lies below this where trust is low. */
  bound: number;
}>;

/** Half way from the middle of the scale to its top: 4 on −8…+8. */
export function lowBound([least, most]: readonly [number, number]): number {
  const middle = (least + most) / 2;
  return middle + (most - middle) / 2;
}

/**
 * Villages where trust is low (the newest round's whole interval lies below `lowBound`) or fell (the interval of the change
 * since the round before, of the same questionnaire, lies below 0). Only of results that may be shown.
 */
export function trustFindings(rounds: readonly RoundTotal[], today: string): TrustFinding[] {
  const series = Map.groupBy(rounds, ({ villageId, instrumentId }) => `${villageId} ${instrumentId}`);
  const found = [...series.values()].flatMap((own) => findingOf(own, today));
  const byVillage = Map.groupBy(found, ({ villageId }) => villageId);
  return [...byVillage.values()].flatMap((all) =>
    all.sort((a, b) => (a.round.startDate < b.round.startDate ? 1 : -1)).slice(0, 1),
  );
}

function findingOf(rounds: readonly RoundTotal[], today: string): TrustFinding[] {
  const [newest, former] = [...rounds].sort((a, b) => (a.startDate < b.startDate ? 1 : -1));
  if (!newest || daysBetween(newest.startDate, today) > ROUND_DAYS) return [];
  const round = shown(newest);
  if (!round) return [];
  const range = rangeOf({ scale: newest.scale, items: { length: newest.items } });
  const bound = lowBound(range);
  const low = round.hi !== null && round.hi < bound;
  const before = former ? shown(former) : null;
  const { difference, lo, hi } = before
    ? differenceOfMeans(round, before)
    : { difference: null, lo: null, hi: null };
  const change = difference !== null && lo !== null && hi !== null && hi < 0 ? { difference, lo, hi } : null;
  if (!low && !change) return [];
  const { villageId } = newest;
  return [{ villageId, low, round, before: change && before, change, range, bound }];
}

function shown({ startDate, n, sum, squares }: RoundTotal): ShownRound | null {
  const { mean, lo, hi } = meanFromSums({ n, sum, squares });
  return mean === null ? null : { startDate, n, mean, lo, hi };
}

/** By how much trust fell over all villages that were asked twice with the same questionnaire. */
export type DistrictTrust = Readonly<{
  villages: number;
  /** Answers of both rounds together. */
  n: number;
  change: Readonly<{ difference: number; lo: number; hi: number }>;
  /** Days of the first of the rounds before, and of the newest. */
  from: string;
  to: string;
}>;

/**
 * The whole district fell when the interval of the change lies below 0: the newest round of each village against the one
 * before it, both of ten people and more, villages being what varies (statistics §4). Too few villages have no interval
 * there, and are nothing to speak of.
 */
export function districtTrust(rounds: readonly RoundTotal[], today: string): DistrictTrust | null {
  const byInstrument = [...Map.groupBy(rounds, ({ instrumentId }) => instrumentId).values()];
  const fallen = byInstrument.flatMap((own) => {
    const pairs = [...Map.groupBy(own, ({ villageId }) => villageId).values()].flatMap((list) =>
      pairOf(list, today),
    );
    const side = (at: 0 | 1) =>
      pairs.flatMap(({ [at]: one }) => (one ? [{ village: one.villageId, n: one.n, sum: one.sum }] : []));
    const { status, estimate, lo, hi } = changeBetweenRounds({ baseline: side(0), endline: side(1) });
    if (status !== "ok" || estimate === null || lo === null || hi === null || hi >= 0) return [];
    const days = pairs.flatMap(([before, newest]) => [before.startDate, newest.startDate]).sort();
    return [
      {
        villages: pairs.length,
        n: pairs.reduce((sum, [before, newest]) => sum + before.n + newest.n, 0),
        change: { difference: estimate, lo, hi },
        from: days[0] ?? today,
        to: days.at(-1) ?? today,
      },
    ];
  });
  return fallen.sort((a, b) => b.villages - a.villages)[0] ?? null;
}

function pairOf(rounds: readonly RoundTotal[], today: string): [before: RoundTotal, newest: RoundTotal][] {
  const [newest, before] = [...rounds].sort((a, b) => (a.startDate < b.startDate ? 1 : -1));
  if (!newest || !before || daysBetween(newest.startDate, today) > ROUND_DAYS) return [];
  return [[before, newest]];
}
