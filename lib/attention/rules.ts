import type {
  DistrictReview,
  ReviewedAction,
  ReviewedInstruction,
  ReviewedPromise,
} from "@/lib/districts/review";
import { daysLateOf } from "@/lib/districts/summary";
import { daysBetween } from "@/lib/i18n/format";
import { firstDay } from "@/lib/indicators/months";
import type { DueVisit } from "@/lib/visits/rules";
import type { Contradiction } from "@/lib/voices/queries";
import type { Entry } from "./entries";
import { programmeEntries, worse } from "./programme";
import { reportEntries } from "./reports";
import { keyOf, kinds } from "./schema";
import { seriesOf, type WatchedSeries } from "./signals";
import { type DistrictTrust, districtTrust, type TrustFinding, trustFindings } from "./trust";
import type { Watch } from "./watch";

export const ATTENTION_MAX = 7;
/** An instruction nobody answered asks for the governor again after so many days, or when its own date has passed. */
export const ANSWER_DAYS = 7;

export type Reviewed = Readonly<{ districtId: string; review: DistrictReview; watch: Watch; today: string }>;

export const isSettled = ({ status }: Pick<ReviewedInstruction, "status">) =>
  status === "done" || status === "declined";

/** Everything that may need the governor, in the order of the list, whoever has already been told. */
export function allEntries(given: Reviewed): Entry[] {
  const { review, watch, today, districtId } = given;
  const signals = seriesOf(watch).filter(({ verdict }) => verdict === "worse");
  return ranked([
    ...review.actions.flatMap((action) => lateAction(action, today, review.escalation.governorDays)),
    ...review.instructions.flatMap((instruction) => noAnswer(instruction, today)),
    ...watch.contradictions.map((one) => contradictionEntry(one, review.actions)),
    ...signals.map((series) => signalEntry(series, districtId)),
    ...review.promises.flatMap((promise) => brokenPromise(promise, today)),
    ...districtTrustEntry(districtTrust(watch.trust ?? [], today), districtId),
    ...trustFindings(watch.trust ?? [], today).map(trustEntry),
    ...reportEntries(watch, { id: districtId, today }),
    ...review.villages.flatMap(({ id, visits }) => visits.flatMap((visit) => visitEntry(visit, id))),
    ...programmeEntries(watch, { districtId, today, after: review.escalation.governorDays }),
  ]);
}

/**
 * The rule that stands on the page: first the gravest of each kind, in the order of `kinds` but for visits that are not late
 * yet; then all others in the same order, the gravest first.
 */
export function ranked(entries: readonly Entry[]): Entry[] {
  const sorted = [...entries].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.gravity - a.gravity || (a.key < b.key ? -1 : 1),
  );
  // Sorted by kind: the first of each follows another kind.
  const isFirst = ({ kind }: Entry, at: number) => kind !== "visit_due" && sorted[at - 1]?.kind !== kind;
  return [...sorted.filter(isFirst), ...sorted.filter((entry, at) => !isFirst(entry, at))];
}

function lateAction(action: ReviewedAction, today: string, after: number): Entry[] {
  const daysLate = daysLateOf(action, today);
  if (daysLate < after) return [];
  const { villageId, lead } = action;
  return [
    {
      kind: "late_action",
      key: keyOf("late_action", action.id),
      mark: "late",
      gravity: daysLate,
      level: worse(daysLate),
      since: action.due,
      villageId,
      facilityId: null,
      who: lead,
      action,
      daysLate,
    },
  ];
}

/** Nobody answered in time, or the date it was to be done by has passed. */
export function isSilent(instruction: ReviewedInstruction, today: string): boolean {
  if (isSettled(instruction)) return false;
  const overdue = instruction.due !== null && instruction.due < today;
  return overdue || (instruction.status === "given" && daysBetween(instruction.date, today) >= ANSWER_DAYS);
}

function noAnswer(instruction: ReviewedInstruction, today: string): Entry[] {
  if (!isSilent(instruction, today)) return [];
  const days = daysBetween(instruction.date, today);
  return [
    {
      kind: "no_answer",
      key: keyOf("no_answer", instruction.id),
      mark: "late",
      gravity: days,
      level: worse(days),
      since: instruction.date,
      villageId: instruction.villageId,
      facilityId: null,
      who: instruction.toOffice,
      instruction,
      days,
    },
  ];
}

/** One more answer that says "not done" makes it worse; who leads the action should look. */
function contradictionEntry(contradiction: Contradiction, actions: readonly ReviewedAction[]): Entry {
  const { actionId, notDone, villageId, statusDate } = contradiction;
  return {
    kind: "contradiction",
    key: keyOf("contradiction", actionId),
    mark: "soon",
    gravity: notDone,
    level: notDone,
    since: statusDate,
    villageId,
    facilityId: null,
    who: actions.find(({ id }) => id === actionId)?.lead ?? null,
    contradiction,
  };
}

function signalEntry(series: WatchedSeries, districtId: string): Entry {
  const { facility, indicator, drawn, months } = series;
  const newest = drawn.run.status === "too-early" ? null : drawn.run.newest;
  const began = newest ? months[newest.from] : undefined;
  const length = newest?.length ?? 0;
  return {
    kind: "signal",
    key: keyOf("signal", `${facility?.id ?? districtId}:${indicator.code}`),
    mark: "late",
    gravity: length,
    level: Math.floor(length / 3),
    since: began ? firstDay(began) : null,
    villageId: null,
    facilityId: facility?.id ?? null,
    who: "district_health_office",
    series,
  };
}

function brokenPromise(promise: ReviewedPromise, today: string): Entry[] {
  const daysLate = promise.due ? -daysBetween(today, promise.due) : 0;
  if (promise.party !== "district" || promise.kept === "kept" || daysLate <= 0) return [];
  return [
    {
      kind: "promise",
      key: keyOf("promise", promise.id),
      mark: "soon",
      gravity: daysLate,
      level: worse(daysLate),
      since: promise.due,
      villageId: promise.villageId,
      facilityId: null,
      who: "district_governor",
      promise,
      daysLate,
    },
  ];
}

function trustEntry(finding: TrustFinding): Entry {
  const below = finding.bound - finding.round.mean;
  return {
    kind: "trust",
    key: keyOf("trust", finding.villageId),
    mark: finding.change ? "late" : "soon",
    gravity: below + (finding.change ? 100 : 0),
    level: Math.floor(below),
    since: finding.round.startDate,
    villageId: finding.villageId,
    facilityId: null,
    who: "district_health_office",
    finding,
    district: null,
  };
}

/** Before every single village: it is graver, and says more than any of them. */
function districtTrustEntry(district: DistrictTrust | null, districtId: string): Entry[] {
  if (!district) return [];
  const { difference } = district.change;
  return [
    {
      kind: "trust",
      key: keyOf("trust", districtId),
      mark: "late",
      gravity: 1000 - difference,
      level: Math.floor(-difference),
      since: district.to,
      villageId: null,
      facilityId: null,
      who: "district_health_office",
      finding: null,
      district,
    },
  ];
}

function visitEntry({ state, dueDate, daysLate, daysLeft }: DueVisit, villageId: string): Entry[] {
  if (state !== "late" && state !== "soon") return [];
  const late = state === "late";
  return [
    {
      kind: late ? "visit" : "visit_due",
      key: keyOf(late ? "visit" : "visit_due", `${villageId}:${dueDate}`),
      mark: "soon",
      gravity: late ? daysLate : -daysLeft,
      level: worse(daysLate),
      since: dueDate,
      villageId,
      facilityId: null,
      who: "facilitator_team",
      dueDate,
      daysLate,
      daysLeft,
    },
  ];
}
