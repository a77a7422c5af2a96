import type { VillageSum } from "./clustered-contrast";
import type { RoundSums } from "./difference-in-difference";

/** All sign flips of 14 villages, statistics.md §4; more arrangements are not tried. */
const MOST_ARRANGEMENTS = 2 ** 14;

const TOLERANCE = 1e-9;

export interface PermutationCheck {
  /** `sign-flip`: both groups in every village. `relabel`: villages are exposed or not as a whole. */
  kind: "sign-flip" | "relabel";
  villages: number;
  /** Unweighted over villages, so not quite the estimate it checks. */
  statistic: number;
  p: number;
  /** With this few villages p cannot be smaller: when it is above .05, say so. */
  smallestPossible: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each village's own difference-in-difference, all 2^J sign flips. Null without villages or above 14. */
export function signFlipCheck(changes: readonly number[]): PermutationCheck | null {
  const villages = changes.length;
  const arrangements = 2 ** villages;
  if (villages === 0 || arrangements > MOST_ARRANGEMENTS) return null;
  const statistic = mean(changes);
  let asFar = 0;
  for (let signs = 0; signs < arrangements; signs += 1) {
    const flipped = mean(changes.map((change, bit) => (signs & (1 << bit) ? -change : change)));
    if (Math.abs(flipped) >= Math.abs(statistic) - TOLERANCE) asFar += 1;
  }
  const smallestPossible = 2 / arrangements;
  return { kind: "sign-flip", villages, statistic, p: asFar / arrangements, smallestPossible };
}

function choices(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i += 1) count = (count * (n - k + i)) / i;
  return Math.round(count);
}

/** Sums of every choice of `left` values from position `from` on. */
function* choiceSums(values: readonly number[], left: number, from = 0, sum = 0): Generator<number> {
  if (left === 0) yield sum;
  else {
    for (let i = from; i <= values.length - left; i += 1) {
      yield* choiceSums(values, left - 1, i + 1, sum + (values[i] ?? 0));
    }
  }
}

/**
 * Change scores of exposed and unexposed villages, all C(J, J₁) ways of calling J₁ of them exposed. Null when either
 * kind has no village or there are more than 16,384 ways.
 */
export function relabelCheck(
  exposed: readonly number[],
  unexposed: readonly number[],
): PermutationCheck | null {
  const all = [...exposed, ...unexposed];
  const [first, second] = [exposed.length, unexposed.length];
  const arrangements = choices(all.length, first);
  if (first === 0 || second === 0 || arrangements > MOST_ARRANGEMENTS) return null;
  const total = all.reduce((sum, change) => sum + change, 0);
  const statistic = mean(exposed) - mean(unexposed);
  let asFar = 0;
  for (const sum of choiceSums(all, first)) {
    const difference = sum / first - (total - sum) / second;
    if (Math.abs(difference) >= Math.abs(statistic) - TOLERANCE) asFar += 1;
  }
  const smallestPossible = (first === second ? 2 : 1) / arrangements;
  return { kind: "relabel", villages: all.length, statistic, p: asFar / arrangements, smallestPossible };
}

function means(villages: readonly VillageSum[]): Map<string, number> {
  const sums = new Map<string, { n: number; sum: number }>();
  for (const { village, n, sum } of villages) {
    const before = sums.get(village) ?? { n: 0, sum: 0 };
    if (n > 0) sums.set(village, { n: before.n + n, sum: before.sum + sum });
  }
  return new Map([...sums].map(([village, { n, sum }]) => [village, sum / n]));
}

/** Endline minus baseline of the villages that have both; null when one has a single round. */
function changesOf(group: RoundSums["exposed"]): Map<string, number> | null {
  const before = means(group.baseline);
  const after = means(group.endline);
  const changes = new Map<string, number>();
  for (const village of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(village), after.get(village)];
    if (from === undefined || to === undefined) return null;
    changes.set(village, to - from);
  }
  return changes;
}

/**
 * Exact permutation of village values beside `differenceInDifference` (statistics.md §4), for its detail view and only
 * where the contrast itself is shown. Null when villages are neither all mixed nor all of one kind, when one lacks a
 * round, or when there are too many for all arrangements.
 */
export function permutationCheck(sums: RoundSums): PermutationCheck | null {
  const exposed = changesOf(sums.exposed);
  const unexposed = changesOf(sums.unexposed);
  if (!exposed || !unexposed) return null;
  const both = [...exposed.keys()].filter((village) => unexposed.has(village));
  if (both.length === 0) return relabelCheck([...exposed.values()], [...unexposed.values()]);
  if (both.length < exposed.size || both.length < unexposed.size) return null;
  return signFlipCheck(both.map((village) => (exposed.get(village) ?? 0) - (unexposed.get(village) ?? 0)));
}
