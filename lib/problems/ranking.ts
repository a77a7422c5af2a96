import { midranks, sharedRanks, TIE_TOLERANCE } from "@/lib/statistics/ranks";

/** What one group (women, men, youth, an ethnic group) said. A problem without a rank was not ranked by it. */
export interface GroupRanking {
  group: string;
  /** Problem id → rank, 1 = most important; ties share a number. Missing or null: not ranked. */
  ranks: Readonly<Record<string, number | null | undefined>>;
}

export interface CombinedProblem {
  problem: string;
  /** 1, 2, 2, 4; null when no group ranked anything. */
  rank: number | null;
  /** Borda points, Σ over groups of (n − mean rank). */
  points: number;
  /** The other problems with the same points: shown as tied, broken only by the meeting. */
  tiedWith: string[];
  /** Group → its own rank as it gave it, null where it did not rank this problem. */
  rankByGroup: Record<string, number | null>;
  /** Largest − smallest mean rank over the groups, in places. */
  spread: number;
  /** Spread ≥ n/2: "talk before combining". */
  groupsDiffer: boolean;
}

export interface CombinedRanking {
  /** Best first; tied problems keep the order they came in. */
  problems: CombinedProblem[];
  /** Groups whose ranking was counted, each with the same weight however many sat in it. */
  groups: string[];
  /** Groups that ranked nothing: "has not voted". */
  silentGroups: string[];
  /** Kendall's W, 0…1, or null (one group, or nobody made a difference between problems). */
  agreement: number | null;
  /** Words for W only from three groups on; with two, show the ranks side by side. */
  showAgreement: boolean;
}

/**
 * Combine the groups' rankings by Borda points, every group weighing the same (statistics.md §10).
 * Mean ranks for ties; what a group left out shares the mean of its remaining places.
 */
export function combineRankings(
  problems: readonly string[],
  rankings: readonly GroupRanking[],
): CombinedRanking {
  const given = rankings.map(({ group, ranks }) => ({
    group,
    ranks: problems.map((id) => ranks[id] ?? null),
  }));
  const heard = given.filter(({ ranks }) => ranks.some((rank) => rank !== null));
  const means = heard.map(({ ranks }) => midranks(ranks));
  const n = problems.length;
  const points = problems.map((_, j) => means.reduce((sum, ranks) => sum + n - (ranks[j] ?? n), 0));
  const places = heard.length === 0 ? points.map(() => null) : sharedRanks(points);
  const combined = problems.map((problem, j): CombinedProblem => {
    const own = means.map((ranks) => ranks[j] ?? 0);
    const spread = own.length < 2 ? 0 : Math.max(...own) - Math.min(...own);
    return {
      problem,
      rank: places[j] ?? null,
      points: points[j] ?? 0,
      tiedWith: problems.filter((_, k) => k !== j && places[j] !== null && places[k] === places[j]),
      rankByGroup: Object.fromEntries(heard.map(({ group, ranks }) => [group, ranks[j] ?? null])),
      spread,
      groupsDiffer: own.length >= 2 && n >= 2 && spread >= n / 2 - TIE_TOLERANCE,
    };
  });
  return {
    problems: combined.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    groups: heard.map(({ group }) => group),
    silentGroups: given.filter((row) => !heard.includes(row)).map(({ group }) => group),
    agreement: kendallsW(means),
    showAgreement: heard.length >= 3,
  };
}

/**
 * Kendall's coefficient of concordance with tie correction (statistics.md §10; Kendall & Babington Smith 1939):
 * W = 12·Σ(R_j − m(n+1)/2)² / (m²(n³−n) − m·ΣT), T = Σ(t³−t) per group.
 * @param means one row of mean ranks per group, all of the same length
 * @returns 0…1, or null for fewer than two groups or when every group ties everything
 */
export function kendallsW(means: readonly (readonly number[])[]): number | null {
  const m = means.length;
  const n = means[0]?.length ?? 0;
  if (m < 2 || n < 2) return null;
  const middle = (m * (n + 1)) / 2;
  let squares = 0;
  for (let j = 0; j < n; j += 1) {
    const total = means.reduce((sum, ranks) => sum + (ranks[j] ?? 0), 0);
    squares += (total - middle) ** 2;
  }
  const ties = means.reduce((sum, ranks) => sum + tieTerm(ranks), 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  return most <= TIE_TOLERANCE ? null : (12 * squares) / most;
}

/** Σ(t³ − t) over the sets of equal mean ranks; mean ranks are exact halves, so equality is safe. */
function tieTerm(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
}

/** A tie that the meeting itself has broken; the note says how. */
export interface TieBreak {
  /** Exactly the problems of one tied set, in the order the meeting chose. */
  order: readonly string[];
  note: string;
}

/**
 * Put the meeting's decisions on ties over a combined ranking. Ranks stay tied and visible; only `decidedRank` moves.
 * A decision that is not about exactly one tied set, or has no note, is ignored (the ranking moved on since).
 */
export function applyTieBreaks(
  ranking: CombinedRanking,
  decisions: readonly TieBreak[],
): (CombinedProblem & { decidedRank: number | null; decisionNote: string | null })[] {
  return ranking.problems
    .map((entry) => {
      const decision = decisions.find((candidate) => decidesTie(entry, candidate));
      const place = decision ? decision.order.indexOf(entry.problem) : 0;
      const decidedRank = entry.rank === null ? null : entry.rank + place;
      return { ...entry, decidedRank, decisionNote: decision ? decision.note.trim() : null };
    })
    .sort((a, b) => (a.decidedRank ?? 0) - (b.decidedRank ?? 0));
}

function decidesTie(entry: CombinedProblem, { order, note }: TieBreak): boolean {
  const set = [entry.problem, ...entry.tiedWith].sort();
  return set.length > 1 && note.trim() !== "" && JSON.stringify([...order].sort()) === JSON.stringify(set);
}
