import { useLocale, useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/status-pill";
import { formatNumber } from "@/lib/i18n/format";
import type { ImportRowView } from "@/lib/places/import/queries";

const marks = {
  create: "done",
  update: "doing",
  same: "todo",
  confirm: "soon",
  error: "late",
  skipped: "dropped",
} as const;

/** One item per row: its number in the file, what would happen, the offending value, and how to mend it. */
export function ImportRows({ rows }: { rows: readonly ImportRowView[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  if (rows.length === 0) return <p>{t("run.noRows")}</p>;
  return (
    <ul className="card list">
      {rows.map((row) => (
        <li key={row.rowNo} className="stack-s py-3">
          <p className="row wrap">
            <b className="nw">{t("run.row", { n: formatNumber(row.rowNo, locale) })}</b>
            <StatusPill status={marks[row.outcome]}>{t(`outcome.${row.outcome}`)}</StatusPill>
          </p>
          {row.value && (
            <p className="sm wrap-anywhere">
              {row.column ? t("run.cell", { column: row.column, value: row.value }) : row.value}
            </p>
          )}
          {row.errorCode && (
            <p className="sm">
              {t(`rowError.${row.errorCode as "name_missing"}`, { value: row.value ?? "" })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
