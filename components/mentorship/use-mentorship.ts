"use client";

import { useLocale } from "next-intl";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { type Marks, sessionUnderWay } from "@/lib/mentorship/rules";
import { assessmentMarks } from "@/lib/mentorship/schema";
import type { MenteeState, Tool } from "@/lib/mentorship/vocabularies";
import type { KnownChecklist } from "@/lib/sync/known";
import { type FieldRecord, useKnown, useRecords } from "../field/store-hooks";

export type Assessed = FieldRecord<"assessment">;
const { prefix } = assessmentMarks;

/** The marks of an assessment by item code. */
export const marksOf = ({ fields }: Pick<Assessed, "fields">): Marks =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, mark]) => [name.slice(prefix.length), mark]),
  ) as Marks;

/** The checklists on this phone. */
export function useChecklists() {
  const known = useKnown("checklists");
  const locale = useLocale();
  const all = known ?? [];
  return {
    ready: known !== undefined,
    byId: new Map(all.map((one) => [one.id, one])),
    /** The newest version of a tool. */
    newest: (tool: Tool): KnownChecklist | undefined =>
      all.filter((one) => one.tool === tool).sort((a, b) => b.version - a.version)[0],
    words: (text: { lo: string; en: string }) => (locale === "en" ? text.en : text.lo),
    name: (one: KnownChecklist) => (locale === "en" ? one.nameEn : one.nameLo),
  };
}

export function useFacilities() {
  const known = useKnown("facilities");
  const locale = useLocale();
  const byId = new Map((known ?? []).map((one) => [one.id, one]));
  return {
    ready: known !== undefined,
    all: known ?? [],
    byId,
    name: (id: string | null | undefined) => {
      const one = byId.get(id ?? "");
      return one ? placeName(one, locale) : "";
    },
  };
}

const byDate = (a: Assessed, b: Assessed) =>
  a.fields.date.localeCompare(b.fields.date) || a.id.localeCompare(b.id);

/** Finished scores with one tool, oldest first. */
export const finishedWith = (
  assessments: readonly Assessed[],
  tool: Tool,
  byId: ReadonlyMap<string, KnownChecklist>,
): Assessed[] =>
  assessments
    .filter(({ fields }) => fields.finished && byId.get(fields.checklistId)?.tool === tool)
    .sort(byDate);

/** Every mentee on this phone with how she stands and what she was scored; undefined while they are looked up. */
export function useMentees() {
  const mentees = useRecords("mentee");
  const statuses = useRecords("menteeStatus");
  const assessments = useRecords("assessment");
  const { ready, byId } = useChecklists();
  if (!mentees || !statuses || !assessments || !ready) return undefined;
  return mentees.map(({ id, place, fields }) => {
    const latest = statuses.filter((one) => one.fields.menteeId === id).at(-1)?.fields;
    const own = assessments.filter((one) => one.fields.menteeId === id);
    return {
      id,
      place: place ?? "",
      ...fields,
      status: (latest?.status ?? "active") as MenteeState,
      until: latest?.until ?? null,
      own,
      scored: finishedWith(own, "osce", byId),
    };
  });
}
export type MenteeOnPhone = NonNullable<ReturnType<typeof useMentees>>[number];

/** The session that scores made today belong to. */
export function useSession() {
  const sessions = useRecords("mentoringSession");
  if (!sessions) return undefined;
  const current = sessionUnderWay(
    sessions.map(({ id, place, fields }) => ({ id, place, ...fields })),
    today(),
  );
  return { current };
}
