import type { TrustAnswer } from "../trust-index";

const ANSWER_OF: Readonly<Record<string, TrustAnswer>> = { "+": 1, "0": 0, "-": -1, "·": null };

/** Answers of one respondent as statistics.md writes them: + is 1, - is −1, · is no answer. */
export function answersOf(row: string): TrustAnswer[] {
  return [...row].map((sign) => {
    const answer = ANSWER_OF[sign];
    if (answer === undefined) throw new Error(`not an answer: ${sign}`);
    return answer;
  });
}

/** The twelve rows of statistics.md §3. */
export const TWELVE_RESPONDENTS: readonly TrustAnswer[][] =
  "++++00++ +0++0-+0 00+0--00 ++++++++ --00--0- +++0+0++ 0+++00+0 ++0++0++ 0-00--+0 +++++0+0 +0++0+++ 000+0-0+"
    .split(" ")
    .map(answersOf);
