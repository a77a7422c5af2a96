import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { Figure } from "@/lib/indicators/denominators";

/** Every figure of a place, the newest first: the first choice is made by the rule that stands above it. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  const t = useTranslations("indicators.denominator");
  const locale = useLocale();
  const newest = [...figures].sort((a, b) => b.year - a.year || (a.asOf < b.asOf ? 1 : -1));
  return (
    <ul className="stack-s">
      {newest.map((figure) => (
        <li key={`${figure.kind} ${figure.year} ${figure.method} ${figure.asOf} ${figure.value}`}>
          {t("of", {
            kind: t(`kind.${figure.kind}`),
            n: formatNumber(figure.value, locale),
            year: String(figure.year),
            method: t(`method.${figure.method}`),
            date: formatDate(figure.asOf, locale, "short"),
          })}
          {figure.source && <span className="block sm mut">{figure.source}</span>}
        </li>
      ))}
    </ul>
  );
}
