import type { KnownChecklist } from "@/lib/sync/known";
import type { AssessmentRow, MenteeRow } from "./queries";
import {
  byQuarter,
  type Decay,
  decayBySection,
  inOrderOfNeed,
  isDue,
  type Score,
  scoreOf,
  type Verdict,
  verdictOf,
} from "./rules";

export type Scored = Readonly<{
  quarter: number;
  assessment: AssessmentRow;
  list: KnownChecklist;
  score: Score;
  verdict: Verdict;
}>;

/** One mentee's score of each quarter, oldest first, each against its own version. */
export function quartersOf(
  scores: readonly AssessmentRow[],
  checklists: readonly KnownChecklist[],
): Scored[] {
  return byQuarter(scores).flatMap(({ quarter, assessment }) => {
    const list = checklists.find(({ id }) => id === assessment.checklistId);
    if (!list) return [];
    const { marks } = assessment;
    return [{ quarter, assessment, list, score: scoreOf(list, marks), verdict: verdictOf(list, marks) }];
  });
}

type Register = Readonly<{
  mentees: readonly MenteeRow[];
  scores: readonly AssessmentRow[];
  checklists: readonly KnownChecklist[];
}>;
export type MenteeStanding = MenteeRow &
  Readonly<{
    quarters: readonly Scored[];
    last: Scored | null;
    verdict: Verdict | null;
    criticalMissed: number;
    due: boolean;
  }>;

/** Every mentee of a district, in the order of need. */
export function standings({ mentees, scores, checklists }: Register, today: string): MenteeStanding[] {
  return inOrderOfNeed(
    mentees.map((mentee) => {
      const own = scores.filter(({ menteeId }) => menteeId === mentee.id);
      const quarters = quartersOf(own, checklists);
      const last = quarters.at(-1) ?? null;
      const dates = own.map(({ date }) => date);
      return {
        ...mentee,
        quarters,
        last,
        verdict: last?.verdict ?? null,
        criticalMissed: last?.score.critical.length ?? 0,
        due: isDue(mentee.status, dates, today),
      };
    }),
  );
}

/** What was lost between the last two quarters, by step, over everybody who was scored in both. */
export function lostBetween(
  rows: readonly MenteeStanding[],
): { list: KnownChecklist; people: number; steps: Decay[] } | null {
  const pairs = rows.flatMap(({ quarters }) => {
    const [before, now] = quarters.slice(-2);
    return before && now
      ? [{ before: before.assessment.marks, now: now.assessment.marks, list: now.list }]
      : [];
  });
  const list = pairs[0]?.list;
  return list ? { list, people: pairs.length, steps: decayBySection(list, pairs) } : null;
}
