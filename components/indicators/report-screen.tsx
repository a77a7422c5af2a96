"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FieldsOf } from "@/lib/changes/registry";
import { formatDate } from "@/lib/i18n/format";
import { reporterName } from "@/lib/i18n/place-name";
import { addMonths, firstDay } from "@/lib/indicators/months";
import { reportId } from "@/lib/indicators/record-id";
import { elementGroups, type ReporterKind } from "@/lib/indicators/schema";
import { type Values, warningsOf } from "@/lib/indicators/validation";
import type { KnownElement, KnownReporter } from "@/lib/sync/known";
import { localStore } from "@/lib/sync/local-store";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { SavedText } from "../field/saved-text";
import { type FieldRecord, useKnown, useRecord } from "../field/store-hooks";
import { ElementEntry } from "./element-entry";
import "./indicators.css";
import { fieldOf, valuesIn } from "./report-fields";
import { SubmitReport } from "./submit-report";

/** The id of a month's report; null until it has been worked out. */
function useReportId(kind: ReporterKind | undefined, reporterId: string, period: number): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    if (kind) void reportId({ reporterKind: kind, reporterId, period, source: kind }).then(setId);
  }, [kind, reporterId, period]);
  return id;
}

type Props = { reporterId: string; period: number };

/** One month of one reporter: every number with the month before beside it. */
export function ReportScreen({ reporterId, period }: Props) {
  const reporters = useKnown("reporters");
  const elements = useKnown("elements");
  const reporter = reporters?.find(({ id }) => id === reporterId);
  const id = useReportId(reporter?.kind, reporterId, period);
  const beforeId = useReportId(reporter?.kind, reporterId, addMonths(period, -1));
  const report = useRecord("report", id);
  const before = useRecord("report", beforeId);
  if (reporters === undefined || elements === undefined) return <LoadingScreen />;
  if (!reporter) return <LostScreen />;
  if (!id || report === undefined || before === undefined) return <LoadingScreen />;
  const asked = (elements ?? []).filter((element) => element.reporters.includes(reporter.kind));
  return <Month {...{ id, reporter, period, elements: asked, report, before }} />;
}

type MonthProps = {
  id: string;
  reporter: KnownReporter;
  period: number;
  elements: readonly KnownElement[];
  report: FieldRecord<"report"> | null;
  before: FieldRecord<"report"> | null;
};

function Month({ id, reporter, period, elements, report, before }: MonthProps) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const { kind, place } = reporter;
  const values: Values = report ? valuesIn(report.fields) : {};
  const last = before && valuesIn(before.fields);
  const warnings = warningsOf(elements, values);
  const save = (changed: Partial<FieldsOf<"report">>) => {
    const about = { reporterKind: kind, reporterId: reporter.id, period, source: kind };
    const fields = report ? changed : { ...about, ...changed };
    return localStore.record({ type: "report", subject: id, place, fields, seen: report?.versions });
  };
  const groups = elementGroups
    .map((group) => ({ group, asked: elements.filter((element) => element.group === group) }))
    .filter(({ asked }) => asked.length > 0);
  return (
    <FieldScreen
      title={formatDate(firstDay(period), locale, "month")}
      subtitle={reporterName(reporter, locale)}
      back="/field/reports"
    >
      <div className="stack">
        <p className="sm mut">{t("entry.lead")}</p>
        {groups.map(({ group, asked }) => (
          <section key={group} className="card stack">
            <h2>{t(`group.${group}`)}</h2>
            {asked.map((element) => (
              <ElementEntry
                key={element.code}
                element={element}
                value={values[element.code]}
                before={last && { value: last[element.code] }}
                warnings={warnings.filter(({ code }) => code === element.code)}
                onSave={(value) => save({ [fieldOf(element.code)]: value })}
              />
            ))}
          </section>
        ))}
        <section className="card stack">
          <SavedText
            name="note"
            long
            label={t("entry.note")}
            value={report?.fields.note}
            onSave={(note) => save({ note })}
          />
        </section>
        <SubmitReport
          {...{ reporter, period }}
          missing={elements.filter(({ code }) => values[code] === undefined).length}
          warnings={warnings.length}
          begun={report !== null}
          onSubmit={() => save({ submitted: true })}
        />
      </div>
    </FieldScreen>
  );
}
