import type { Group } from "@/lib/workshops/schema";
import { dotsLeft } from "./dot-votes";
import { scoreMatrix } from "./matrix";
import { type PairChoice, rankByPairs } from "./pairwise";
import {
  applyTieBreaks,
  type CombinedProblem,
  type CombinedRanking,
  combineRankings,
  type TieBreak,
} from "./ranking";
import { type GroupVote, groupRanking } from "./rules";
import type { Ballot, Comparison, Criterion, Score } from "./schema";

/** Anything stored under an id: a row of the phone's store or of the database. */
export type Stored<F> = Readonly<{ id: string; fields: F }>;

/** All that was voted in one workshop. */
export type VoteRecords = Readonly<{
  problems: readonly string[];
  groups: readonly Stored<Group>[];
  ballots: readonly Stored<Ballot>[];
  comparisons: readonly Stored<Comparison>[];
  criteria: readonly Stored<Criterion>[];
  scores: readonly Stored<Score>[];
}>;

export const DOTS_EACH = 3;
export const methodOf = (group: Group) => group.method ?? "dots";

/** Grains per problem in one group, all devices added up. */
export function dotsOf(ballots: readonly Stored<Ballot>[], groupId: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { fields } of ballots) {
    if (fields.groupId === groupId) sums[fields.problemId] = (sums[fields.problemId] ?? 0) + fields.dots;
  }
  return sums;
}

export function choicesOf(comparisons: readonly Stored<Comparison>[], groupId: string): PairChoice[] {
  return comparisons
    .filter(({ fields }) => fields.groupId === groupId)
    .map(({ fields }) => ({ a: fields.problemA, b: fields.problemB, chosen: fields.winner }));
}

export function scoresOf(
  scores: readonly Stored<Score>[],
  groupId: string,
): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { fields } of scores) {
    if (fields.groupId !== groupId) continue;
    table[fields.problemId] = { ...table[fields.problemId], [fields.criterionId]: fields.score };
  }
  return table;
}

export function voteOf(group: Stored<Group>, records: VoteRecords): GroupVote {
  switch (methodOf(group.fields)) {
    case "pairwise":
      return { group: group.id, method: "pairwise", choices: choicesOf(records.comparisons, group.id) };
    case "matrix": {
      const criteria = records.criteria.map(({ id, fields }) => ({ id, weight: fields.weight }));
      return { group: group.id, method: "matrix", criteria, scores: scoresOf(records.scores, group.id) };
    }
    default: {
      const dots = dotsOf(records.ballots, group.id);
      const laidOut = records.problems.map((id) => [id, dots[id] ?? 0]);
      return { group: group.id, method: "dots", dots: Object.fromEntries(laidOut) };
    }
  }
}

export type VoteState = "todo" | "doing" | "done";

/** How far one group is: nothing yet, under way (or more given than there was), or exactly all of it given. */
export function voteState(group: Stored<Group>, records: VoteRecords): VoteState {
  const vote = voteOf(group, records);
  if (vote.method === "pairwise") {
    const { missing } = rankByPairs(records.problems, vote.choices);
    const pairs = (records.problems.length * (records.problems.length - 1)) / 2;
    return pairs === 0 || missing.length === pairs ? "todo" : missing.length === 0 ? "done" : "doing";
  }
  if (vote.method === "matrix") {
    const rows = scoreMatrix({ ...vote, options: records.problems });
    const given = rows.some(({ missing }) => missing.length < vote.criteria.length);
    return !given ? "todo" : rows.every(({ total }) => total !== null) ? "done" : "doing";
  }
  if (Object.values(vote.dots).every((count) => !count)) return "todo";
  const { people, dotsPerPerson } = group.fields;
  if (!people) return "done";
  const { left } = dotsLeft({ people, dotsEach: dotsPerPerson ?? DOTS_EACH, tally: vote });
  return left === 0 ? "done" : "doing";
}

export type MeetingRanking = CombinedRanking & {
  decided: ReturnType<typeof applyTieBreaks>;
  ties: string[][];
};

/** The sets of problems that the groups together left level, best first. */
function tiesOf(problems: readonly CombinedProblem[]): string[][] {
  const seen = new Set<string>();
  return problems.flatMap(({ problem, tiedWith }) => {
    if (tiedWith.length === 0 || seen.has(problem)) return [];
    const set = [problem, ...tiedWith];
    for (const id of set) seen.add(id);
    return [set];
  });
}

/** The order the meeting chose within one tie, or null while it has not compared all of its problems. */
export function tieOrder(tie: readonly string[], choices: readonly PairChoice[]): string[] | null {
  const { ranks } = rankByPairs(tie, choices);
  const places = Object.values(ranks);
  if (places.some((rank) => rank === null) || new Set(places).size < tie.length) return null;
  return [...tie].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

/**
 * The groups' rankings combined (statistics.md §10), with the meeting's own decisions on ties on top.
 * `meeting` is the id of the group record that stands for the whole meeting; it never counts as a voice of its own.
 */
export function meetingRanking(records: VoteRecords, meeting: string | null): MeetingRanking {
  const voters = records.groups.filter(({ id }) => id !== meeting);
  const rankings = voters.map((group) => groupRanking(records.problems, voteOf(group, records)));
  const combined = combineRankings(records.problems, rankings);
  const note = records.groups.find(({ id }) => id === meeting)?.fields.tieNote ?? "";
  const choices = meeting ? choicesOf(records.comparisons, meeting) : [];
  const ties = combined.groups.length === 0 ? [] : tiesOf(combined.problems);
  const breaks = ties.flatMap((tie): TieBreak[] => {
    const order = tieOrder(tie, choices);
    return order ? [{ order, note }] : [];
  });
  return { ...combined, ties, decided: applyTieBreaks(combined, breaks) };
}
