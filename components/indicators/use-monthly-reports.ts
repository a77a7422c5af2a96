"use client";

import { today } from "@/lib/clock";
import { dueDateOf, isLate, monthsOwed, type ReportState, reportStateOf } from "@/lib/indicators/reporting";
import type { Values } from "@/lib/indicators/validation";
import { valuesDigest } from "@/lib/indicators/values-digest";
import type { KnownReporter } from "@/lib/sync/known";
import type { RecordRow } from "@/lib/sync/rows";
import { useKnown } from "../field/store-hooks";
import { useLive } from "../field/use-live";
import { valuesIn } from "./report-fields";

export type MonthlyReport = Readonly<{
  reporter: KnownReporter;
  /** yyyymm */
  period: number;
  state: ReportState;
  /** Its last day in time, ISO. */
  due: string;
  late: boolean;
  /** What the other person wrote who read it. */
  remark: string | null;
}>;

type Read = Readonly<{ verified: boolean | null; remark: string | null }>;

/** What was said of the values as they stand on this phone; of other values it says nothing any more. */
async function readOf(report: RecordRow, verifications: readonly RecordRow[]): Promise<Read> {
  const digest = await valuesDigest(valuesIn(report.fields) as Values);
  const said = verifications
    .filter(({ fields }) => fields.reportId === report.id && fields.seen === digest)
    .sort((a, b) => (madeAt(a) < madeAt(b) ? -1 : 1))
    .at(-1);
  if (!said) return { verified: null, remark: null };
  return { verified: said.fields.verified === true, remark: (said.fields.note as string | null) ?? null };
}
const madeAt = ({ makers }: RecordRow) => makers?.verified?.madeAt ?? "";

/** Every month that the reporters known to this phone owe, the oldest first; undefined while it is looked up. */
export function useMonthlyReports(): MonthlyReport[] | undefined {
  const reporters = useKnown("reporters");
  const rules = useKnown("reporting");
  const found = useLive(async (db) => {
    const alive = async (type: "report" | "verification") =>
      (await db.records.where("type").equals(type).toArray()).filter(({ deletedAt }) => !deletedAt);
    const reports = await alive("report");
    const verifications = await alive("verification");
    return Promise.all(
      reports.map(async (report) => ({ report, read: await readOf(report, verifications) })),
    );
  }, []);
  if (!found || reporters === undefined || rules === undefined) return undefined;
  const day = today();
  return (reporters ?? [])
    .flatMap((reporter) =>
      monthsOwed(reporter.since, day).flatMap((period) => {
        const own = found.find(
          ({ report: { fields } }) =>
            fields.reporterId === reporter.id && fields.period === period && fields.source === reporter.kind,
        );
        // Came by another way than a report, such as an import: nothing is owed.
        if (!own && reporter.months.includes(period)) return [];
        const submitted = own?.report.fields.submitted === true;
        const state = reportStateOf(own ? { submitted, verified: own.read.verified } : null);
        const due = dueDateOf(period, rules ?? []);
        const late = !submitted && isLate(due, null, day);
        return [{ reporter, period, state, due, late, remark: own?.read.remark ?? null }];
      }),
    )
    .sort((a, b) => a.period - b.period || Number(b.reporter.own) - Number(a.reporter.own));
}

/** It still asks something of whoever reports. */
export const isOpen = ({ state }: MonthlyReport): boolean => ["none", "begun", "returned"].includes(state);
