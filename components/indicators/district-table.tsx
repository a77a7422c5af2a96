import "./indicators.css";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Pair } from "@/lib/indicators/calculation";
import type { DistrictIndicator, DistrictIndicators } from "@/lib/indicators/district-queries";
import { Link } from "../ui/link";
import { monthLabel } from "./month-label";
import { useDenominatorText, useRateText } from "./rate-text";

type Props = { page: DistrictIndicators; hrefOf: (code: string) => string; chosen: string };

/** Twelve months of every indicator as k of n, with the year's rate: a table on a desk, cards on a phone. */
export function DistrictTable({ page, hrefOf, chosen }: Props) {
  const months = page.months.slice(-12);
  const rows = page.rows.filter(({ pairs }) => pairs.some(({ k }) => k !== null));
  return (
    <>
      <WideTable {...{ page, months, rows, hrefOf, chosen }} />
      <ul className="ind-cards">
        {rows.map((row) => (
          <PhoneCard key={row.indicator.code} row={row} months={months} href={hrefOf(row.indicator.code)} />
        ))}
      </ul>
    </>
  );
}

type WideProps = Props & { months: readonly number[]; rows: readonly DistrictIndicator[] };

function WideTable({ page, months, rows, hrefOf, chosen }: WideProps) {
  const t = useTranslations("indicators.district");
  const locale = useLocale();
  const rate = useRateText();
  const denominator = useDenominatorText();
  const n = (value: number) => formatNumber(value, locale);
  return (
    <div className="ind-table">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("indicator")}</th>
            {months.map((period) => (
              <th key={period} scope="col" className="num">
                {monthLabel(period)}
              </th>
            ))}
            <th scope="col">{t("year")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("received")}</th>
            {page.completeness.slice(-12).map(({ received, expected }, at) => (
              <td key={months[at]} className="num">
                {expected === null ? n(received) : `${n(received)}/${n(expected)}`}
              </td>
            ))}
            <td />
          </tr>
          {rows.map(({ indicator, pairs, year }) => {
            const told = rate(indicator, year);
            const more = [told.remarks, denominator(year)].filter(Boolean).join(" · ");
            return (
              <tr key={indicator.code}>
                <th scope="row">
                  <Link
                    href={hrefOf(indicator.code)}
                    aria-current={indicator.code === chosen ? "true" : undefined}
                  >
                    {placeName(indicator, locale)}
                  </Link>
                </th>
                {pairs.slice(-12).map((pair, at) => (
                  <PairCell key={months[at]} pair={pair} />
                ))}
                <td>
                  {told.main}
                  {more && <span className="block xs mut">{more}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PairCell({ pair: { k, n: of } }: { pair: Pair }) {
  const t = useTranslations("indicators.district");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  if (k === null) {
    return (
      <td className="num missing">
        <span className="vh">{t("missing")}</span>
      </td>
    );
  }
  return <td className="num">{of === null ? n(k) : `${n(k)}/${n(of)}`}</td>;
}

type CardProps = { row: DistrictIndicator; months: readonly number[]; href: string };

function PhoneCard({ row: { indicator, pairs, year }, months, href }: CardProps) {
  const t = useTranslations("indicators.district");
  const locale = useLocale();
  const rate = useRateText();
  const denominator = useDenominatorText();
  const told = rate(indicator, year);
  const people = denominator(year);
  const n = (value: number) => formatNumber(value, locale);
  const last = pairs.slice(-3).map(({ k, n: of }, at) => {
    const said = k === null ? t("missing") : of === null ? n(k) : `${n(k)}/${n(of)}`;
    return `${monthLabel(months.at(at - 3) as number)}: ${said}`;
  });
  return (
    <li className="card stack-s">
      <h3>
        <Link href={href}>{placeName(indicator, locale)}</Link>
      </h3>
      <p className="font-bold">{told.main}</p>
      {told.remarks && <p className="sm mut">{told.remarks}</p>}
      <p className="sm">{last.join(" · ")}</p>
      {people && <p className="sm mut">{people}</p>}
    </li>
  );
}
