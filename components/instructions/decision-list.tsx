import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import type { DecisionView } from "@/lib/instructions/queries";

export function DecisionList({ decisions }: { decisions: readonly DecisionView[] }) {
  const t = useTranslations("instructions.decision");
  const locale = useLocale();
  if (decisions.length === 0) return <p className="sm mut">{t("none")}</p>;
  return (
    <ul className="stack-s">
      {decisions.map(({ id, date, text, meeting }) => (
        <li key={id}>
          {text}
          <span className="block sm mut">
            {meeting ? t("at", { date: formatDate(date, locale), meeting }) : formatDate(date, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
