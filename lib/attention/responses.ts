import type { ReviewedAction, ReviewedInstruction } from "@/lib/districts/review";
import { daysBetween } from "@/lib/i18n/format";
import { monthOf } from "@/lib/indicators/months";
import type { Entry } from "./entries";
import { allEntries, isSettled, type Reviewed, ranked } from "./rules";
import { type Kind, keyOf, kindOfKey } from "./schema";
import { seriesOf, type WatchedSeries } from "./signals";

/** What was done keeps being told for so many days after the matter left the list. */
export const TOLD_DAYS = 90;
/** After "it is done" counts need so many days before they can show it; so long, too, the last word on a matter holds. */
export const REST_DAYS = 30;
const slow: readonly Kind[] = ["signal", "trust", "report"];

/** "Seen, waiting until then, because …". */
export type Note = Readonly<{
  id: string;
  about: string;
  date: string;
  until: string;
  reason: string;
  /** How bad it was then. */
  level: number;
}>;

/** Months since an instruction: how many lie on the better side of the median, of how many that were reported. */
export type SinceThen = Readonly<{ k: number; n: number }>;

/** One matter with what the governor did about it, newest first. */
export type Standing = Readonly<{
  entry: Entry;
  instructions: readonly ReviewedInstruction[];
  note: Note | null;
  since: SinceThen | null;
}>;

export type Outcome =
  | Readonly<{ kind: "action"; action: ReviewedAction }>
  | Readonly<{ kind: "series"; series: WatchedSeries; since: SinceThen | null }>
  | Readonly<{ kind: "gone" }>;

/** A matter that left the list after something was done about it. */
export type Came = Readonly<{
  key: string;
  kind: Kind;
  instructions: readonly ReviewedInstruction[];
  note: Note | null;
  outcome: Outcome;
}>;

export type Attention = Readonly<{
  /** What needs the governor, in the order of the list. */
  open: readonly Standing[];
  /** Instructed and within its time, or put off. */
  waiting: readonly Standing[];
  came: readonly Came[];
}>;

/** The matter an instruction is about; an instruction on an action needs no name for it. */
export const matterOf = ({ about, actionId }: ReviewedInstruction): string | null =>
  about ?? (actionId ? keyOf("late_action", actionId) : null);

/** Nothing of this is stored: it follows from the records of today. */
export function attentionOf(given: Reviewed & { notes: readonly Note[] }): Attention {
  const { review, notes, today } = given;
  const byMatter = Map.groupBy(review.instructions, matterOf);
  const noteOf = (key: string) => notes.find(({ about }) => about === key) ?? null;
  const standings = allEntries(given).map((entry): Standing => {
    const instructions = byMatter.get(entry.key) ?? [];
    const since = entry.kind === "signal" ? sinceThen(entry.series, instructions.at(-1)) : null;
    return { entry, instructions, note: noteOf(entry.key), since };
  });
  const { waiting = [], open = [] } = Object.groupBy(standings, (one) =>
    waits(one, today) ? "waiting" : "open",
  );
  const byEntry = new Map(open.map((one) => [one.entry, one]));
  return {
    open: ranked([...byEntry.keys()]).flatMap((entry) => byEntry.get(entry) ?? []),
    waiting,
    came: cameOf(given, new Set(standings.map(({ entry }) => entry.key))),
  };
}

/** Within its own time, or heard of lately: work that nobody has spoken of for a month hides nothing. */
function isUnderWay({ date, due, statusDate }: ReviewedInstruction, today: string): boolean {
  if (due !== null && due >= today) return true;
  return daysBetween(statusDate ?? date, today) < REST_DAYS;
}

/** Put off and no worse, or instructed: a matter waits while somebody is at it, and a while after they said it is done. */
function waits({ entry, instructions, note }: Standing, today: string): boolean {
  if (note && today < note.until && entry.level <= note.level) return true;
  const [newest] = instructions;
  if (!newest) return false;
  if (!isSettled(newest)) return isUnderWay(newest, today);
  const rests = newest.status === "done" && slow.includes(entry.kind) && newest.statusDate !== null;
  return rests && daysBetween(newest.statusDate ?? today, today) < REST_DAYS;
}

function sinceThen(series: WatchedSeries, first: ReviewedInstruction | undefined): SinceThen | null {
  const { run, values } = series.drawn;
  if (!first || run.status === "too-early") return null;
  const better = series.indicator.direction === "down" ? -1 : 1;
  const later = values.filter(
    (value, at): value is number => value !== null && (series.months[at] ?? 0) > monthOf(first.date),
  );
  if (later.length === 0) return null;
  return { k: later.filter((value) => (value - run.centre) * better > 0).length, n: later.length };
}

function cameOf({ review, watch, notes, today }: Reviewed & { notes: readonly Note[] }, listed: Set<string>) {
  const recent = (day: string | null) => day !== null && daysBetween(day, today) <= TOLD_DAYS;
  const told = review.instructions.filter(
    (one) => recent(one.date) || (isSettled(one) && recent(one.statusDate)),
  );
  const put = notes.filter(({ date, until }) => recent(date) || recent(until));
  const keys = new Set([...told.map(matterOf), ...put.map(({ about }) => about)]);
  const series = seriesOf(watch);
  return [...keys].flatMap((key): Came[] => {
    const kind = key === null ? null : kindOfKey(key);
    if (key === null || kind === null || listed.has(key)) return [];
    const instructions = told.filter((one) => matterOf(one) === key);
    const note = put.find(({ about }) => about === key) ?? null;
    const outcome = outcomeOf(key, { actions: review.actions, series, first: instructions.at(-1) });
    // An action that was never late enough to be listed is no matter that went away.
    if (outcome.kind === "action" && !isOver(outcome.action)) return [];
    return [{ key, kind, instructions, note, outcome }];
  });
}

const isOver = ({ status }: ReviewedAction) => status === "done" || status === "dropped";

type Found = {
  actions: readonly ReviewedAction[];
  series: readonly WatchedSeries[];
  first: ReviewedInstruction | undefined;
};

function outcomeOf(key: string, { actions, series, first }: Found): Outcome {
  const action = actions.find(({ id }) => keyOf("late_action", id) === key);
  if (action) return { kind: "action", action };
  const [, subject, code] = key.split(":");
  const watched = series.find(
    ({ facility, indicator }) => indicator.code === code && (facility === null || facility.id === subject),
  );
  if (watched && key.startsWith("signal:"))
    return { kind: "series", series: watched, since: sinceThen(watched, first) };
  return { kind: "gone" };
}
