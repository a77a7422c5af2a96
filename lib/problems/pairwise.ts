import { TIE_TOLERANCE } from "@/lib/statistics/ranks";

/** 28 comparisons: more tires the group (domain.md §3). */
export const PAIRWISE_MAX = 8;

/** One comparison. `chosen` is one of the two problems, or "equal". A later answer on the same pair replaces it. */
export interface PairChoice {
  a: string;
  b: string;
  chosen: string | "equal";
}

export interface PairwiseResult {
  /** Problem id → times chosen (½ for "equal"). */
  scores: Record<string, number>;
  /** Problem id → rank 1, 2, 2, 4; all null while pairs are missing. */
  ranks: Record<string, number | null>;
  missing: [string, string][];
  /** Circular triads: each beats the next, the last beats the first. Normal, listed for the group to look at. */
  circles: [string, string, string][];
  /** Kendall's ζ, 1 = no contradiction; null with "equal" answers, missing pairs or fewer than 3 problems. */
  consistency: number | null;
  /** ζ < ½: ask the group to look at the listed triads again. */
  lookAgain: boolean;
  /** Beats every other problem: named first whatever the rest says. */
  beatsAll: string | null;
}

type Wins = (one: string, other: string) => number | undefined;

/** Rank problems compared two by two, statistics.md §11. Choices about unknown problems or about one problem are ignored. */
export function rankByPairs(problems: readonly string[], choices: readonly PairChoice[]): PairwiseResult {
  const wins = readChoices(problems, choices);
  const missing = pairsOf(problems).filter(([a, b]) => wins(a, b) === undefined);
  const complete = missing.length === 0;
  const ranks: Record<string, number | null> = Object.fromEntries(problems.map((id) => [id, null]));
  if (complete) {
    let next = 1;
    for (const set of orderBySets([...problems], wins)) {
      for (const id of set) ranks[id] = next;
      next += set.length;
    }
  }
  const consistency = complete ? zeta(problems, wins) : null;
  return {
    scores: Object.fromEntries(problems.map((id) => [id, scoreWithin(id, problems, wins)])),
    ranks,
    missing,
    circles: circularTriads(problems, wins),
    consistency,
    lookAgain: consistency !== null && consistency < 0.5,
    beatsAll:
      problems.length < 2
        ? null
        : (problems.find((id) => problems.every((o) => o === id || wins(id, o) === 1)) ?? null),
  };
}

function readChoices(problems: readonly string[], choices: readonly PairChoice[]): Wins {
  const known = new Set(problems);
  const table = new Map<string, number>();
  for (const { a, b, chosen } of choices) {
    if (a === b || !known.has(a) || !known.has(b)) continue;
    if (chosen !== a && chosen !== b && chosen !== "equal") continue;
    const points = chosen === "equal" ? 0.5 : Number(chosen === a);
    table.set(JSON.stringify([a, b]), points);
    table.set(JSON.stringify([b, a]), 1 - points);
  }
  return (one, other) => table.get(JSON.stringify([one, other]));
}

function pairsOf(problems: readonly string[]): [string, string][] {
  return problems.flatMap((a, i) => problems.slice(i + 1).map((b): [string, string] => [a, b]));
}

function scoreWithin(id: string, set: readonly string[], wins: Wins): number {
  return set.reduce((sum, other) => sum + (other === id ? 0 : (wins(id, other) ?? 0)), 0);
}

/** Order by score; a tied set is scored again on its own comparisons; what stays equal is one set, a tie. */
function orderBySets(problems: string[], wins: Wins): string[][] {
  const scored = problems.map((id) => ({ id, score: scoreWithin(id, problems, wins) }));
  const levels: { score: number; ids: string[] }[] = [];
  for (const { id, score } of scored.sort((a, b) => b.score - a.score)) {
    const level = levels.at(-1);
    if (level && Math.abs(level.score - score) <= TIE_TOLERANCE) level.ids.push(id);
    else levels.push({ score, ids: [id] });
  }
  if (levels.length <= 1) return problems.length === 0 ? [] : [problems];
  return levels.flatMap(({ ids }) => orderBySets(ids, wins));
}

/** Number of circular triads d = n(n−1)(2n−1)/12 − ½Σa², and ζ from it (Kendall & Babington Smith 1940). */
function zeta(problems: readonly string[], wins: Wins): number | null {
  const n = problems.length;
  if (n < 3 || pairsOf(problems).some(([a, b]) => wins(a, b) === 0.5)) return null;
  const squares = problems.reduce((sum, id) => sum + scoreWithin(id, problems, wins) ** 2, 0);
  const circles = (n * (n - 1) * (2 * n - 1)) / 12 - squares / 2;
  return 1 - (24 * circles) / (n ** 3 - (n % 2 === 1 ? n : 4 * n));
}

function circularTriads(problems: readonly string[], wins: Wins): [string, string, string][] {
  const circles: [string, string, string][] = [];
  const beats = (one: string, other: string) => wins(one, other) === 1;
  for (const [i, a] of problems.entries()) {
    for (const [b, c] of pairsOf(problems.slice(i + 1))) {
      if (beats(a, b) && beats(b, c) && beats(c, a)) circles.push([a, b, c]);
      if (beats(a, c) && beats(c, b) && beats(b, a)) circles.push([a, c, b]);
    }
  }
  return circles;
}
