import { daysBetween } from "@/lib/i18n/format";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { dueDateOf, monthsOwed, type ReportingRule } from "@/lib/indicators/reporting";
import type { Entry } from "./entries";
import { keyOf } from "./schema";
import type { Watch, WatchedReporter } from "./watch";

/** The newest month whose report is past its day. */
export function newestDue(rules: readonly ReportingRule[], today: string): number {
  const newest = lastFullMonth(today);
  return dueDateOf(newest, rules) < today ? newest : addMonths(newest, -1);
}

/** Months without a report up to the newest that is due, oldest first; an older gap needs nobody today. */
export function missingMonths(
  { kind, periods }: WatchedReporter,
  { rules, today }: { rules: readonly ReportingRule[]; today: string },
): number[] {
  const since = periods.length > 0 ? Math.min(...periods) : null;
  if (kind === "village" && since === null) return [];
  const due = newestDue(rules, today);
  const owed = monthsOwed(since, today, 12).filter((period) => period <= due);
  const last = owed.findLastIndex((period) => periods.includes(period));
  return owed.slice(last + 1);
}

/** Each health centre without its report, and all villages of the newest due month together. */
export function reportEntries(watch: Watch, district: { id: string; today: string }): Entry[] {
  const { rules, reporters } = watch;
  const { id, today } = district;
  const standing = reporters.map((one) => ({ ...one, missing: missingMonths(one, { rules, today }) }));
  const centres = standing
    .filter(({ kind, missing }) => kind === "facility" && missing.length > 0)
    .map((one) => centreEntry(one, watch, today));
  const villages = standing.filter(({ kind, periods }) => kind === "village" && periods.length > 0);
  const silent = villages.filter(({ missing }) => missing.length > 0);
  if (silent.length === 0) return centres;
  const period = newestDue(rules, today);
  const due = dueDateOf(period, rules);
  const facts = { of: "villages", months: [period], due, last: null } as const;
  const all: Entry = {
    kind: "report",
    key: keyOf("report", id),
    mark: "nodata",
    gravity: daysBetween(due, today),
    level: silent.length,
    since: due,
    villageId: null,
    facilityId: null,
    who: "district_health_office",
    missing: silent.length,
    expected: villages.length,
    ...facts,
  };
  return [...centres, all];
}

function centreEntry(one: WatchedReporter & { missing: number[] }, { rules }: Watch, today: string): Entry {
  const [first = 0] = one.missing;
  const since = dueDateOf(first, rules);
  return {
    kind: "report",
    of: "centre",
    key: keyOf("report", one.id),
    mark: "nodata",
    // Before villages' reports of any age: the centre's counts are what the district reads.
    gravity: 10_000 + daysBetween(since, today),
    level: one.missing.length,
    since,
    villageId: null,
    facilityId: one.id,
    who: "health_centre_head",
    months: one.missing,
    due: dueDateOf(one.missing.at(-1) ?? 0, rules),
    last: one.periods.length > 0 ? Math.max(...one.periods) : null,
    missing: one.missing.length,
    expected: 1,
  };
}
