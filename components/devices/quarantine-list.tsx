import { useLocale, useTranslations } from "next-intl";
import { isRecordType } from "@/lib/changes/registry";
import { typeOf } from "@/lib/changes/schema";
import type { QuarantinedRow } from "@/lib/devices/queries";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { kindOf } from "../field/record-kinds";
import type { FieldName } from "../history/change-entry";
import { useValueText } from "../history/change-values";
import { EmptyState } from "../ui/empty-state";
import { FactList } from "../ui/fact-list";
import { DecisionForms } from "./decision-forms";

/** Changes whose signer could not be believed, with why, whose they say they are, and who brought them. */
export function QuarantineList({ rows }: { rows: readonly QuarantinedRow[] }) {
  const t = useTranslations("devices.quarantine");
  if (rows.length === 0) return <EmptyState title={t("empty")} why={t("emptyWhy")} />;
  return (
    <ul className="stack">
      {rows.map((row) => (
        <li key={row.id} className="card">
          <Quarantined row={row} />
        </li>
      ))}
    </ul>
  );
}

function Quarantined({ row }: { row: QuarantinedRow }) {
  const t = useTranslations("devices.quarantine");
  const kinds = useTranslations("field.kind");
  const locale = useLocale();
  const type = typeOf(row.kind);
  const kind = kinds(isRecordType(type) ? kindOf(type) : "other", { count: 1, n: formatNumber(1, locale) });
  const place = (locale === "en" && row.place_en) || row.place_lo;
  const what = [kind, place].filter(Boolean).join(" · ");
  const carrier = row.carrier ?? "–";
  return (
    <div className="stack-s">
      <h2>{what}</h2>
      <p className="font-bold">{t(`reason.${row.reason}`)}</p>
      <p className="sm">
        {[
          t("made", { date: formatDateTime(row.made_at, locale, "short") }),
          row.author ? t("by", { name: row.author }) : t("byNobody"),
          t("carried", { name: carrier }),
        ].join(" · ")}
      </p>
      {row.said ? <Said fields={row.said} /> : <p className="sm mut">{t("hidden")}</p>}
      <DecisionForms id={row.id} what={what} recorder={row.author ?? carrier} />
    </div>
  );
}

/** What the change says, in the words of the history. */
function Said({ fields }: { fields: Readonly<Record<string, unknown>> }) {
  const t = useTranslations("history");
  const value = useValueText();
  const named = Object.entries(fields).filter(([name]) => t.has(`name.${name as FieldName}`));
  return (
    <FactList
      facts={named.map(([name, one]) => ({
        key: name,
        term: t(`name.${name as FieldName}`),
        value: value(name, one),
      }))}
    />
  );
}
