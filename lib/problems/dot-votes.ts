import { sharedRanks } from "@/lib/statistics/ranks";
import type { GroupRanking } from "./ranking";

/** One group's grains, beans or dots per problem. A problem missing here was not laid out for that group. */
export interface DotTally {
  group: string;
  dots: Readonly<Record<string, number | null | undefined>>;
}

/**
 * Ranks of one group from its dots (statistics.md §10): most dots first, equal dots tie, no dot is a vote of zero.
 * A group that has not put down a single dot has not voted: all ranks null.
 * @throws RangeError when a tally is negative or not whole
 */
export function rankByDots(problems: readonly string[], tally: DotTally): GroupRanking {
  const dots = problems.map((id) => tally.dots[id] ?? null);
  if (dots.some((count) => count !== null && (!Number.isInteger(count) || count < 0))) {
    throw new RangeError("dots are counted in whole numbers from 0");
  }
  const voted = dots.some((count) => count !== null && count > 0);
  const ranks = voted ? sharedRanks(dots) : dots.map(() => null);
  return { group: tally.group, ranks: Object.fromEntries(problems.map((id, j) => [id, ranks[j] ?? null])) };
}

/** Dots still in hand, "1 of 21 grains left"; `left` is negative when more were put down than given out. */
export function dotsLeft(input: { people: number; dotsEach: number; tally: DotTally }): {
  given: number;
  left: number;
} {
  const given = input.people * input.dotsEach;
  const used = Object.values(input.tally.dots).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { given, left: given - used };
}
