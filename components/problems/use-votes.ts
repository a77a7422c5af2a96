"use client";

import { useEffect, useMemo, useState } from "react";
import type { FieldRecord } from "@/components/field/store-hooks";
import { meetingId } from "@/lib/problems/record-id";
import { meetingRanking } from "@/lib/problems/votes";
import { useLinked, useLinkedWhen, useProblems } from "./workshop-records";

function useMeeting(workshopId: string): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => void meetingId(workshopId).then(setId), [workshopId]);
  return id;
}

const kinds: readonly string[] = ["women", "men", "youth", "ethnic", "all"];
const byKind = (a: FieldRecord<"group">, b: FieldRecord<"group">) =>
  kinds.indexOf(a.fields.kind) - kinds.indexOf(b.fields.kind) || (a.id < b.id ? -1 : 1);

/** Everything voted in a workshop and what the groups say together. Problems not yet written down are not ranked. */
export function useVotes(workshopId: string) {
  const { problems: all, ready } = useProblems(workshopId);
  const problems = useMemo(() => all.filter(({ fields }) => fields.statement.trim() !== ""), [all]);
  const { rows: groups, ready: groupsReady } = useLinkedWhen("group", workshopId);
  const ballots = useLinked("ballot", workshopId);
  const comparisons = useLinked("comparison", workshopId);
  const criteria = useLinked("criterion", workshopId);
  const scores = useLinked("score", workshopId);
  const meeting = useMeeting(workshopId);
  const records = useMemo(
    () => ({ problems: problems.map(({ id }) => id), groups, ballots, comparisons, criteria, scores }),
    [problems, groups, ballots, comparisons, criteria, scores],
  );
  const ranking = useMemo(() => meetingRanking(records, meeting), [records, meeting]);
  return {
    problems,
    voters: groups.filter(({ id }) => id !== meeting).sort(byKind),
    ballots,
    criteria,
    meeting,
    records,
    ranking,
    ready: ready && groupsReady && meeting !== null,
  };
}

export type Votes = ReturnType<typeof useVotes>;
export type Voter = Votes["voters"][number];
