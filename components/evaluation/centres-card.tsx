import { useLocale, useTranslations } from "next-intl";
import type { Centres } from "@/lib/evaluation/centres-queries";
import { formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { outcomeElements } from "@/lib/mentorship/outcomes";
import { PERCENT_FROM, type Proportion } from "@/lib/statistics/proportion";
import { Card } from "../ui/card";

/** The share of health centres that improved on each outcome of mentorship, all together and by place. */
export function CentresCard({ centres: { lines, areas } }: { centres: Centres }) {
  const t = useTranslations("evaluation.centres");
  const words = useTranslations("mentees.outcomes");
  const locale = useLocale();
  const said = ({ k, n, p, lo, hi }: Proportion) => {
    if (n === 0) return t("nothing");
    const counted = t("of", { k: formatNumber(k, locale), n: formatNumber(n, locale) });
    if (n < PERCENT_FROM || p === null || lo === null || hi === null) return counted;
    const range = formatRange({ low: lo, high: hi, unit: "percent" }, locale);
    return `${counted} · ${formatPercent(p, locale)} (${range})`;
  };
  const nameOf = (code: string | null) => {
    const area = areas.find((one) => one.code === code);
    return area ? placeName(area, locale) : t("all");
  };
  return (
    <Card title={t("title")} className="stack-s">
      {lines.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <table className="t stacks">
          <thead>
            <tr>
              <th scope="col">{t("area")}</th>
              <th scope="col">{t("centres")}</th>
              {outcomeElements.map((element) => (
                <th scope="col" key={element}>
                  {words(`element.${element}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.area ?? "all"}>
                <th scope="row">{nameOf(line.area)}</th>
                <td data-label={t("centres")}>{formatNumber(line.centres, locale)}</td>
                {outcomeElements.map((element) => (
                  <td key={element} data-label={words(`element.${element}`)}>
                    {said(line.improved[element])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="sm mut">{t("why")}</p>
      <p className="sm mut">{words("published")}</p>
    </Card>
  );
}
