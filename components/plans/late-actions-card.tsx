"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { FieldRow } from "../field/field-row";
import { usePlaces } from "../field/use-places";
import { useEscalatedActions } from "./use-escalated-actions";

const shownAtMost = 5;

/** What has come up to the head of a health centre, the longest late first; for nobody else. */
export function LateActionsCard() {
  const t = useTranslations();
  const locale = useLocale();
  const { name } = usePlaces();
  const { days, actions } = useEscalatedActions("health_centre_head");
  if (actions.length === 0) return null;
  const number = (value: number) => formatNumber(value, locale);
  const rest = actions.length - shownAtMost;
  return (
    <section>
      <h2>
        {t("plans.escalation.forHealthCentre", {
          count: actions.length,
          n: number(actions.length),
          days: number(days),
        })}
      </h2>
      <ul className="card list mt-2">
        {actions.slice(0, shownAtMost).map(({ id, what, place, daysLate }) => (
          <li key={id}>
            <FieldRow
              to={`/field/actions/${id}`}
              status="late"
              name={what}
              why={`${name(place)} · ${t("status.daysLate", { count: daysLate, n: number(daysLate) })}`}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="sm mut">{t("plans.escalation.more", { n: number(rest) })}</p>}
    </section>
  );
}
