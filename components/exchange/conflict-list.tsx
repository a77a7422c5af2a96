import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { shownOfEach } from "@/lib/exchange/limits";
import type { ImportPage } from "@/lib/exchange/queries";
import { type ConflictField, isConflictReason } from "@/lib/exchange/reasons";
import { formatNumber } from "@/lib/i18n/format";

/** Rows that cannot be used by reason: what is wrong, how to mend it, and where the first of them are. */
export function ConflictList({ found }: { found: ImportPage }) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const { conflictRows, conflicts } = found.summary;
  if (conflictRows === 0) return null;
  const reasons = Object.keys(conflicts).filter(isConflictReason);
  return (
    <Card
      title={t("conflicts.title", { count: conflictRows, n: n(conflictRows) })}
      action={
        <ButtonAnchor
          icon="download"
          href={`/api/imports/values/${found.id}/conflicts?locale=${locale}`}
          download
        >
          {t("conflicts.download")}
        </ButtonAnchor>
      }
    >
      {reasons.map((reason) => (
        <section key={reason} className="py-2">
          <h3>{t("conflicts.heading", { reason: t(`reason.${reason}`), n: n(conflicts[reason] ?? 0) })}</h3>
          <p className="sm">{t(`mend.${reason}`)}</p>
          <ul className="sm mut">
            {found.conflicts
              .filter((one) => one.reason === reason)
              .map(({ rowNo, field, value }) => (
                <li key={`${rowNo} ${field}`} className="wrap-anywhere">
                  {t("conflicts.row", { n: n(rowNo) })} ·{" "}
                  {t("conflicts.cell", { field: t(`field.${field as ConflictField}`), value })}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="sm mut">{t("conflicts.more", { n: n(shownOfEach) })}</p>
    </Card>
  );
}
