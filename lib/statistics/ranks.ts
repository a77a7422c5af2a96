/** Points and totals that differ by less than this are ties: 0.1 + 0.2 is 0.3 (statistics.md §12, §15). */
export const TIE_TOLERANCE = 1e-9;

/**
 * Sets of positions with equal value, best (largest) first. Values within the tolerance of the first of a set join
 * it. Missing values stand in no set.
 */
export function tiedSets(values: readonly (number | null)[]): number[][] {
  const order = values
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const sets: number[][] = [];
  let head = Number.POSITIVE_INFINITY;
  for (const { value, index } of order) {
    const last = sets.at(-1);
    if (last && head - value <= TIE_TOLERANCE) last.push(index);
    else {
      sets.push([index]);
      head = value;
    }
  }
  for (const set of sets) set.sort((a, b) => a - b);
  return sets;
}

/** Ranks as people read them: 1, 2, 2, 4. The largest value is first; missing values have no rank. */
export function sharedRanks(values: readonly (number | null)[]): (number | null)[] {
  const ranks: (number | null)[] = values.map(() => null);
  let next = 1;
  for (const set of tiedSets(values)) {
    for (const index of set) ranks[index] = next;
    next += set.length;
  }
  return ranks;
}

/**
 * Mean ranks (statistics.md §10): ties share the mean of their places; what was not ranked shares the mean of the
 * remaining places. Takes ranks of any kind (only their order counts) and returns one number per position.
 */
export function midranks(ranks: readonly (number | null)[]): number[] {
  const out = ranks.map(() => 0);
  const sets = tiedSets(ranks.map((rank) => (rank === null ? null : -rank)));
  const unranked = ranks.flatMap((rank, index) => (rank === null ? [index] : []));
  let taken = 0;
  for (const set of unranked.length > 0 ? [...sets, unranked] : sets) {
    for (const index of set) out[index] = taken + (set.length + 1) / 2;
    taken += set.length;
  }
  return out;
}
