import "./comparison.css";
import { useLocale, useTranslations } from "next-intl";
import type { AlignedMonth } from "@/lib/comparison/aligned";
import type { BesideLine } from "@/lib/comparison/beside";
import type { DistrictTrends } from "@/lib/comparison/trend-queries";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Year } from "@/lib/indicators/calculation";
import type { ShownIndicator } from "@/lib/indicators/view";
import { STABLE_FROM } from "@/lib/statistics/proportion";
import { AlignedChart } from "../chart/aligned-chart";
import { DotInterval } from "../chart/dot-interval";
import { DistrictChart } from "../indicators/district-chart";
import { useDenominatorText, useRateText } from "../indicators/rate-text";
import { Card } from "../ui/card";
import { useGroupText } from "./group-text";

type Props = { trends: DistrictTrends; indicator: ShownIndicator };

/** One indicator by month in the catchment of each health centre. */
export function CatchmentCharts({ trends: { months, catchments }, indicator }: Props) {
  const t = useTranslations("comparison.trends");
  const locale = useLocale();
  if (catchments.length === 0) return null;
  return (
    <section className="stack-s" id="catchments">
      <h2>{t("catchments", { name: placeName(indicator, locale) })}</h2>
      <p className="sm mut">{t("catchmentsRule")}</p>
      <div className="cmp-charts">
        {catchments.map(({ id, pairs, drawn, year, ...centre }) => (
          <Card key={id}>
            <DistrictChart
              page={{ months }}
              row={{ indicator, pairs }}
              drawn={drawn}
              place={placeName(centre, locale)}
            />
            <YearWords indicator={indicator} year={year} />
            <p className="sm mut">
              {t("serves", { count: centre.villages, n: formatNumber(centre.villages, locale) })}
            </p>
          </Card>
        ))}
      </div>
    </section>
  );
}

/** Twelve months, and where what they are counted among comes from. */
function YearWords({ indicator, year }: { indicator: ShownIndicator; year: Year }) {
  const t = useTranslations("comparison.villages.column");
  const told = useRateText()(indicator, year);
  const people = useDenominatorText()(year);
  return (
    <p className="sm">
      {t("rate")}: <b>{told.main}</b>
      {[told.remarks, people].filter(Boolean).map((more) => (
        <span key={more} className="block xs mut">
          {more}
        </span>
      ))}
    </p>
  );
}

/** The villages laid over each other by their workshop, and CONNECT villages beside the others. */
export function WorkshopCards({ trends, indicator }: Props) {
  const locale = useLocale();
  const { aligned, beside } = trends;
  const name = placeName(indicator, locale);
  return (
    <>
      {aligned.villages > 1 && <AlignedCard trends={trends} name={name} />}
      {beside.some(({ line }) => line.counted > 0) && <BesideCard lines={beside} name={name} />}
    </>
  );
}

function AlignedCard({ trends: { aligned }, name }: { trends: DistrictTrends; name: string }) {
  const t = useTranslations("comparison.trends");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const format = (value: number) => (aligned.unit === "share" ? formatPercent(value, locale) : n(value));
  const { before, since, months, villages, short } = aligned;
  const told = {
    name,
    before: before === null ? "" : format(before),
    since: since === null ? "" : format(since),
  };
  const sign = (offset: number) => (offset > 0 ? `+${offset}` : offset < 0 ? `−${-offset}` : "0");
  return (
    <Card>
      <AlignedChart
        title={t(before === null || since === null ? "alignedOpen" : "aligned", told)}
        summary={[
          t("alignedRule", { villages: n(villages) }),
          short > 0 && t("alignedShort", { count: short, n: n(short) }),
        ]
          .filter(Boolean)
          .join(" ")}
        values={months.map(({ median }) => median)}
        labels={months.map(({ offset }) => sign(offset))}
        workshop={months.findIndex(({ offset }) => offset === 0)}
        word={t("workshop")}
        format={format}
        table={<AlignedTable months={months} format={format} sign={sign} />}
      />
    </Card>
  );
}

type TableProps = {
  months: readonly AlignedMonth[];
  format: (value: number) => string;
  sign: (offset: number) => string;
};

function AlignedTable({ months, format, sign }: TableProps) {
  const t = useTranslations("comparison.trends");
  const chart = useTranslations("indicators.chart");
  const locale = useLocale();
  return (
    <details>
      <summary className="cmp-fold">{chart("asTable")}</summary>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("offset")}</th>
            <th scope="col">{chart("median")}</th>
            <th scope="col">{t("reported")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ offset, median, villages }) => (
            <tr key={offset}>
              <th scope="row">{sign(offset)}</th>
              <td>{median === null ? chart("missing") : format(median)}</td>
              <td>{formatNumber(villages, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function BesideCard({ lines, name }: { lines: readonly BesideLine[]; name: string }) {
  const t = useTranslations("comparison.trends");
  const locale = useLocale();
  const text = useGroupText();
  const groups = useTranslations("comparison.groups");
  return (
    <Card title={t("beside", { name })}>
      <DotInterval
        summary={t("notAnExperiment")}
        domain={[0, 1]}
        ends={[formatPercent(0, locale), formatPercent(1, locale)]}
        rows={lines.map(({ group, window, line }) => ({
          key: line.part,
          label: `${t(`group.${group}`)}, ${t(`window.${window}`)}`,
          value: line.share,
          lo: line.interval?.low ?? null,
          hi: line.interval?.high ?? null,
          hollow: (line.n ?? 0) < STABLE_FROM,
          words: (
            <>
              <b>{text(line)}</b>
              <span className="block xs mut">
                {[
                  groups("villages", { count: line.counted, n: formatNumber(line.counted, locale) }),
                  ...line.remarks.map((remark) => groups(`remark.${remark}`)),
                ].join(" · ")}
              </span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
