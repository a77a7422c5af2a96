import { derivedId } from "@/lib/changes/derived-id";
import type { ReporterKind, ValueSource } from "./schema";

export type ReportKey = Readonly<{
  reporterKind: ReporterKind;
  reporterId: string;
  period: number;
  source: ValueSource;
}>;

/** One record per reporter, month and source, whoever begins it: the registry demands this id. */
export const reportId = ({ reporterKind, reporterId, period, source }: ReportKey): Promise<string> =>
  derivedId("report", reporterKind, reporterId, String(period), source);
