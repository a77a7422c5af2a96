import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { FIRST_REPORTING_RULE, type ReportingRule } from "@/lib/indicators/reporting";

/** Every due day that was ever set, the latest day first; of one day's the last one set holds and stands first. */
export function ReportingRuleList({ rules }: { rules: readonly ReportingRule[] }) {
  const t = useTranslations("indicators.rule");
  const locale = useLocale();
  const rows = [FIRST_REPORTING_RULE, ...rules].reverse().sort((a, b) => b.from.localeCompare(a.from));
  return (
    <ul>
      {rows.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is not edited, and two rules may be alike
        <li key={index} className="list-row">
          <span className="grow">
            <span className="list-name">
              {rule === FIRST_REPORTING_RULE
                ? t("always")
                : t("fromDay", { date: formatDate(rule.from, locale) })}
            </span>
            <span className="list-why">{t("line", { n: formatNumber(rule.dueDay, locale) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
