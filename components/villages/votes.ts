import { meetingRanking } from "@/lib/problems/votes";
import type { VoteRows } from "@/lib/villages/views";

/** What the groups of a workshop said together. `meeting` is the record that stands for the whole meeting. */
export function rankingOf(problems: readonly { id: string }[], votes: VoteRows, meeting: string | null) {
  const ranking = meetingRanking({ problems: problems.map(({ id }) => id), ...votes }, meeting);
  const voters = votes.groups.filter(({ id }) => id !== meeting);
  return { ...ranking, voters };
}

export type ShownRanking = ReturnType<typeof rankingOf>;

/** Problems best first; without any vote in the order of the wall. */
export function inRankOrder<P extends { id: string; number: number }>(
  problems: readonly P[],
  ranking: ShownRanking,
) {
  const places = new Map(ranking.decided.map((entry) => [entry.problem, entry]));
  return problems
    .map((problem) => ({ problem, place: places.get(problem.id) }))
    .sort(
      (a, b) =>
        (a.place?.decidedRank ?? 999) - (b.place?.decidedRank ?? 999) || a.problem.number - b.problem.number,
    );
}
