import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { type EscalationSetting, FIRST_ESCALATION } from "@/lib/plans/escalation";

/** Everything that was ever set, the latest day first. */
export function EscalationList({ settings }: { settings: readonly EscalationSetting[] }) {
  const t = useTranslations("plans.escalation");
  const locale = useLocale();
  const rows = [FIRST_ESCALATION, ...settings].reverse().sort((a, b) => b.from.localeCompare(a.from));
  return (
    <ul>
      {rows.map((setting) => (
        <li key={setting.id ?? "first"} className="list-row">
          <span className="grow">
            <span className="list-name">
              {setting.id ? t("fromDay", { date: formatDate(setting.from, locale) }) : t("always")}
            </span>
            <span className="list-why">
              {t("line", {
                hc: formatNumber(setting.healthCentreDays, locale),
                gov: formatNumber(setting.governorDays, locale),
              })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
