import { rankByDots } from "./dot-votes";
import { type Criterion, type MatrixScores, rankByMatrix, scoreMatrix } from "./matrix";
import { type PairChoice, rankByPairs } from "./pairwise";
import type { GroupRanking } from "./ranking";

/** What one group did, by whichever method the facilitator used. */
export type GroupVote =
  | { group: string; method: "dots"; dots: Readonly<Record<string, number | null | undefined>> }
  | { group: string; method: "pairwise"; choices: readonly PairChoice[] }
  | { group: string; method: "matrix"; criteria: readonly Criterion[]; scores: MatrixScores };

/** One group's ranks by its own method (statistics.md §10–§12). An unfinished pairwise round ranks nothing yet. */
export function groupRanking(problems: readonly string[], vote: GroupVote): GroupRanking {
  switch (vote.method) {
    case "dots":
      return rankByDots(problems, vote);
    case "pairwise":
      return { group: vote.group, ranks: rankByPairs(problems, vote.choices).ranks };
    case "matrix":
      return rankByMatrix(vote.group, scoreMatrix({ ...vote, options: problems }));
  }
}

// "There is no …", "lack of …", "we need …" in both languages: an absent solution, not a bad situation.
const ABSENT_SOLUTION = [
  /^(there (is|are) (no|not)|no |not enough|lack(s|ing)?( of)?|missing|need|we need|want)\b/i,
  /^(ບໍ່ມີ|ຂາດ|ຕ້ອງການ|ຢາກໄດ້|ຢາກມີ)/,
];

/**
 * Does the wording name an absent solution ("no hospital") instead of a bad situation ("many babies die")?
 * A prompt to the facilitator, never a refusal (domain.md §3, problem tree).
 */
export function namesAbsentSolution(text: string): boolean {
  const start = text.trim().replace(/^ບັນຫາ\s*:?\s*/, "");
  return ABSENT_SOLUTION.some((pattern) => pattern.test(start));
}
