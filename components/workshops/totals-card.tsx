"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { AttendanceTotals } from "@/lib/workshops/attendance";
import { ageBands, attendanceRoles } from "@/lib/workshops/vocabularies";
import { useKindName } from "./use-kind-name";

/** Sums of the tallies, never typed: people, women, men; the rest on request. */
export function TotalsCard({ totals }: { totals: AttendanceTotals }) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const { groupName } = useKindName();
  const n = (count: number) => formatNumber(count, locale);
  const groups = Object.entries(totals.byEthnicGroup).filter(([, count]) => count > 0);
  const rows = [
    ...ageBands.map((band) => [t(`age.${band}`), totals.byAgeBand[band]] as const),
    ...groups.map(([id, count]) => [id ? groupName(id) : t("people.groupNotAsked"), count] as const),
    ...attendanceRoles.map((role) => [t(`role.${role}`), totals.byRole[role] ?? 0] as const),
    [t("people.withDisability"), totals.disability.yes] as const,
  ].filter(([, count]) => count > 0);
  return (
    <section className="card" aria-live="polite">
      <div className="totals">
        {(["people", "female", "male"] as const).map((what) => (
          <div key={what}>
            <b>{n(what === "people" ? totals.people : totals.bySex[what])}</b>
            <span className="sm">{what === "people" ? t("people.people") : t(`sex.${what}`)}</span>
          </div>
        ))}
      </div>
      <details className="mt-2">
        <summary className="sm med py-2">{t("people.allTotals")}</summary>
        <dl className="facts">
          {rows.map(([name, count]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{n(count)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
