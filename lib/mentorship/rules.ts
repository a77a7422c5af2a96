import { daysBetween } from "@/lib/i18n/format";
import { quarterOf } from "@/lib/published/quarters";
import type { Checklist, ChecklistItem } from "./schema";
import type { Mark, MenteeState } from "./vocabularies";

export type Marks = Readonly<Record<string, Mark | null | undefined>>;
type Scored = Pick<Checklist, "items" | "passPercent">;

export type Score = Readonly<{
  done: number;
  /** Done and not done together: what does not apply is left out of the whole. */
  applicable: number;
  left: number;
  failed: readonly ChecklistItem[];
  critical: readonly ChecklistItem[];
}>;

/** Score = done of applicable (domain §5); marks of items that this version does not have count for nothing. */
export function scoreOf({ items }: Pick<Checklist, "items">, marks: Marks): Score {
  const failed = items.filter(({ code }) => marks[code] === "not_done");
  const done = items.filter(({ code }) => marks[code] === "done").length;
  return {
    done,
    applicable: done + failed.length,
    left: items.filter(({ code }) => !marks[code]).length,
    failed,
    critical: failed.filter(({ critical }) => critical),
  };
}

export type Verdict = "passed" | "failed" | "open";

/** A critical item not done fails at once; otherwise nothing is said before every item has a mark. */
export function verdictOf(checklist: Scored, marks: Marks): Verdict {
  const { done, applicable, left, critical } = scoreOf(checklist, marks);
  if (critical.length > 0) return "failed";
  if (left > 0 || applicable === 0) return "open";
  return done * 100 >= applicable * checklist.passPercent ? "passed" : "failed";
}

export type SectionScore = Readonly<{ code: string } & Score>;

/** The same for each section by itself, in the list's order. */
export function sectionScores(
  { items, sections }: Pick<Checklist, "items" | "sections">,
  marks: Marks,
): SectionScore[] {
  return sections.map(({ code }) => ({
    code,
    ...scoreOf({ items: items.filter(({ section }) => section === code) }, marks),
  }));
}

/** Done last time and not done now, matched by code, so that versions with other wording compare. */
export const forgotten = (items: readonly ChecklistItem[], before: Marks, now: Marks): ChecklistItem[] =>
  items.filter(({ code }) => before[code] === "done" && now[code] === "not_done");

/** Not done last time: what to look at first. */
export const missedLast = (items: readonly ChecklistItem[], before: Marks): ChecklistItem[] =>
  items.filter(({ code }) => before[code] === "not_done");

export type Decay = Readonly<{
  code: string;
  /** Items of the section with a mark other than "does not apply" both times, and how many were done. */
  n: number;
  before: number;
  now: number;
  forgotten: number;
}>;

/** Change by step between two times, over the items that were marked both times (several people: pairs together). */
export function decayBySection(
  { items, sections }: Pick<Checklist, "items" | "sections">,
  pairs: readonly Readonly<{ before: Marks; now: Marks }>[],
): Decay[] {
  const counts = (mark: Mark | null | undefined) => mark === "done" || mark === "not_done";
  return sections.map(({ code }) => {
    const cells = items
      .filter(({ section }) => section === code)
      .flatMap((item) => pairs.map(({ before, now }) => ({ before: before[item.code], now: now[item.code] })))
      .filter(({ before, now }) => counts(before) && counts(now));
    return {
      code,
      n: cells.length,
      before: cells.filter(({ before }) => before === "done").length,
      now: cells.filter(({ now }) => now === "done").length,
      forgotten: cells.filter(({ before, now }) => before === "done" && now === "not_done").length,
    };
  });
}

type Timed = Readonly<{ date: string }>;
/** The newest of each quarter, oldest quarter first: a second try in the same session replaces the first. */
export function byQuarter<T extends Timed>(assessments: readonly T[]): { quarter: number; assessment: T }[] {
  const newest = new Map<number, T>();
  for (const one of [...assessments].sort((a, b) => a.date.localeCompare(b.date)))
    newest.set(quarterOf(one.date), one);
  return [...newest].map(([quarter, assessment]) => ({ quarter, assessment }));
}

export type Standing = Readonly<{
  status: MenteeState;
  /** Score of the newest quarter, none yet: null. */
  verdict: Verdict | null;
  criticalMissed: number;
  due: boolean;
  name: string;
}>;

/** Who is an active mentee and has no finished score in this quarter. */
export const isDue = (status: MenteeState, dates: readonly string[], today: string): boolean =>
  status === "active" && !dates.some((date) => quarterOf(date) === quarterOf(today));

const rank = ({ status, criticalMissed, due }: Standing) => {
  if (status !== "active") return 3;
  if (due && criticalMissed > 0) return 0;
  return due ? 1 : 2;
};

/** Whose critical item failed last time first, then who is due, then the others; by name within. Never by score. */
export const inOrderOfNeed = <T extends Standing>(mentees: readonly T[]): T[] =>
  [...mentees].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "lo", { numeric: true }));

/** Days after its last one in which scores of a session are still completed. */
const completedWithin = 7;

/** The newest session that has begun and is not long over. */
export const sessionUnderWay = <T extends Readonly<{ startDate: string; endDate?: string | null }>>(
  sessions: readonly T[],
  today: string,
): T | null =>
  sessions
    .filter(({ startDate, endDate }) => {
      const over = daysBetween(endDate ?? startDate, today);
      return startDate <= today && over <= completedWithin;
    })
    .sort((a, b) => b.startDate.localeCompare(a.startDate))[0] ?? null;
