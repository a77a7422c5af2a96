import { useLocale, useTranslations } from "next-intl";
import type { ReviewedAction, ReviewedVillage } from "@/lib/districts/review";
import { daysLateOf, shownStatus } from "@/lib/districts/summary";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import { trustOf } from "@/lib/plans/confirmation";
import { ListRow } from "../ui/list-row";

type Props = { actions: readonly ReviewedAction[]; villages: readonly ReviewedVillage[]; today: string };

/** One row an action, leading to the plan it stands in. */
export function DistrictActions({ actions, villages, today }: Props) {
  const t = useTranslations("districts");
  const status = useTranslations("status");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const names = new Map(villages.map((village) => [village.id, villageName(village, locale)]));
  const why = (action: ReviewedAction) => {
    const late = daysLateOf(action, today);
    const when =
      late > 0
        ? status("daysLate", { count: late, n: formatNumber(late, locale) })
        : status(shownStatus(action, today));
    const lead = action.lead ? office(action.lead) : t("plans.noLead");
    const trust = trustOf(action);
    return [names.get(action.villageId), when, trust && status(trust), lead, action.blocker]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <ul className="card list">
      {actions.map((action) => (
        <li key={action.id}>
          <ListRow
            href={`/places/${action.villageId}/plan#action-${action.id}`}
            status={shownStatus(action, today)}
            statusLabel={status(shownStatus(action, today))}
            name={action.what || t("plans.unwritten")}
            why={why(action)}
            datum={action.due ? formatDate(action.due, locale, "short") : t("plans.noDue")}
          />
        </li>
      ))}
    </ul>
  );
}
