import "../indicators/indicators.css";
import { useLocale, useTranslations } from "next-intl";
import type { Aligned } from "@/lib/comparison/aligned";
import { levelText } from "@/lib/evaluation/words";
import { formatNumber } from "@/lib/i18n/format";
import { AlignedChart } from "../chart/aligned-chart";
import { Card } from "../ui/card";

type Props = { name: string; connect: Aligned; others: Aligned };

const sign = (offset: number) => (offset > 0 ? `+${offset}` : offset < 0 ? `−${-offset}` : "0");

/** Months before and after each village's workshop, and those beside them on the same months. */
export function AlignedCard({ name, connect, others }: Props) {
  const t = useTranslations("evaluation.aligned");
  const locale = useLocale();
  const format = (value: number) => levelText(connect.unit, value, locale);
  const told = ({ before, since }: Aligned) =>
    before === null || since === null ? null : { before: format(before), since: format(since) };
  const [own, besides] = [told(connect), told(others)];
  return (
    <Card>
      <AlignedChart
        title={t("title", { name })}
        summary={[
          own && `${t("change", own)}${besides ? t("others", besides) : ""}.`,
          t("line"),
          t("rule"),
          connect.short > 0 && t("short", { count: connect.short, n: formatNumber(connect.short, locale) }),
        ]
          .filter(Boolean)
          .join(" ")}
        values={connect.months.map(({ median }) => median)}
        beside={others.months.map(({ median }) => median)}
        labels={connect.months.map(({ offset }) => sign(offset))}
        workshop={connect.months.findIndex(({ offset }) => offset === 0)}
        word={t("workshop")}
        format={(value) => levelText(connect.unit, value, locale, 0)}
        table={<MonthsTable {...{ connect, others, format }} />}
      />
    </Card>
  );
}

type TableProps = Omit<Props, "name"> & { format: (value: number) => string };

function MonthsTable({ connect, others, format }: TableProps) {
  const t = useTranslations("evaluation.aligned");
  const locale = useLocale();
  const told = (month: Aligned["months"][number] | undefined) => [
    month === undefined || month.median === null ? t("missing") : format(month.median),
    formatNumber(month?.villages ?? 0, locale),
  ];
  const heads = [t("connect"), t("besides")].flatMap((group) => [
    `${group}: ${t("median")}`,
    `${group}: ${t("villages")}`,
  ]);
  return (
    <details>
      <summary className="cmp-fold">{t("asTable")}</summary>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {connect.months.map((month, at) => (
            <tr key={month.offset}>
              <th scope="row">{sign(month.offset)}</th>
              {[month, others.months[at]].flatMap(told).map((text, column) => (
                <td key={heads[column]} data-label={heads[column]}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
