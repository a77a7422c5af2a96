import { useLocale, useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import { cameName } from "@/lib/equity/words";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { PERCENT_FROM } from "@/lib/statistics/proportion";

type Part = Readonly<{ k: number; n: number }>;

/** Who came beside who lives there. */
export function CameTable({ equity: { came, groups } }: { equity: Equity }) {
  const t = useTranslations("equity");
  const workshops = useTranslations("workshops");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const told = ({ k, n: of }: Part) =>
    of < PERCENT_FROM
      ? t("ofN", { k: n(k), n: n(of) })
      : t("cameOf", { k: n(k), n: n(of), share: formatPercent(k / of, locale) });
  if (came.length === 0) return <p className="sm mut">{t("nobodyCame")}</p>;
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("cameHead")}</th>
          <th scope="col">{t("cameShare")}</th>
          <th scope="col">{t("livingShare")}</th>
        </tr>
      </thead>
      <tbody>
        {came.map((line) => (
          <tr key={`${line.by} ${line.part}`}>
            <th scope="row">{cameName(line, groups, { t, workshops, locale })}</th>
            <td data-label={t("cameShare")}>{told({ k: line.came, n: line.of })}</td>
            <td data-label={t("livingShare")}>{line.living ? told(line.living) : t("notKnown")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
