import { derivedId } from "@/lib/changes/derived-id";

/** The pair in one fixed order, so that "1 or 2?" and "2 or 1?" are the same question. */
export const comparisonId = (groupId: string, one: string, other: string) =>
  derivedId("comparison", groupId, ...[one, other].sort());

export const ballotId = (device: string, groupId: string, problemId: string) =>
  derivedId("ballot", device, groupId, problemId);

export const scoreId = (groupId: string, problemId: string, criterionId: string) =>
  derivedId("score", groupId, problemId, criterionId);

/** The group record that stands for the whole meeting: it breaks ties between the groups and keeps the note why. */
export const meetingId = (workshopId: string) => derivedId("meeting", workshopId);
