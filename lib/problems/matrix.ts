import { sharedRanks } from "@/lib/statistics/ranks";
import type { GroupRanking } from "./ranking";

export interface Criterion {
  id: string;
  /** Greater than 0. */
  weight: number;
}

/** Option id → criterion id → score 1–5; missing or null where the group gave none. */
export type MatrixScores = Readonly<Record<string, Readonly<Record<string, number | null | undefined>>>>;

export interface MatrixResult {
  option: string;
  /** Σ w·s, null when a score is missing. */
  total: number | null;
  /** Σws/Σw, on the scale of the scores, null when a score is missing. */
  mean: number | null;
  /** 1, 2, 2, 4 with a tolerance of 1e-9 (0.1 + 0.2 is 0.3); null without a total. */
  rank: number | null;
  /** Criteria without a score. */
  missing: string[];
}

/**
 * Weighted matrix scoring, statistics.md §12. Results in the order of `options`.
 * @throws RangeError for a weight that is not above 0 or a score outside 1–5
 */
export function scoreMatrix(input: {
  options: readonly string[];
  criteria: readonly Criterion[];
  scores: MatrixScores;
}): MatrixResult[] {
  const { options, criteria, scores } = input;
  if (criteria.some(({ weight }) => !(weight > 0) || !Number.isFinite(weight)))
    throw new RangeError("weights are above 0");
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const rows = options.map((option) => {
    const given = criteria.map(({ id }) => scores[option]?.[id] ?? null);
    if (given.some((score) => score !== null && !(score >= 1 && score <= 5)))
      throw new RangeError("scores are 1 to 5");
    const missing = criteria.filter((_, j) => given[j] === null).map(({ id }) => id);
    const sum = criteria.reduce((acc, { weight }, j) => acc + weight * (given[j] ?? 0), 0);
    return { option, total: missing.length > 0 || criteria.length === 0 ? null : sum, missing };
  });
  const ranks = sharedRanks(rows.map(({ total }) => total));
  return rows.map(({ option, total, missing }, j) => ({
    option,
    total,
    mean: total === null ? null : total / weights,
    rank: ranks[j] ?? null,
    missing,
  }));
}

/** One group's matrix as a ranking that can be combined with other groups'. */
export function rankByMatrix(group: string, results: readonly MatrixResult[]): GroupRanking {
  return { group, ranks: Object.fromEntries(results.map(({ option, rank }) => [option, rank])) };
}
