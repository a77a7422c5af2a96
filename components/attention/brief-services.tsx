import { useLocale, useTranslations } from "next-intl";
import type { ServiceYears } from "@/lib/attention/brief";
import { formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Year } from "@/lib/indicators/calculation";
import { shownYear } from "@/lib/indicators/display";
import type { ShownIndicator } from "@/lib/indicators/view";

/** Twelve months against the twelve before, k of n, with the interval where the people were counted. */
export function Services({ services }: { services: readonly ServiceYears[] }) {
  const t = useTranslations("attention.brief");
  const locale = useLocale();
  const words = useYearWords();
  return (
    <section>
      <h2>{t("services")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("service")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("these")}</th>
            <th scope="col">{t("interval")}</th>
            <td className="brief-dot" />
          </tr>
        </thead>
        <tbody>
          {services.map(({ indicator, now, before }) => {
            const [shown, former] = [shownYear(indicator, now), shownYear(indicator, before)];
            return (
              <tr key={indicator.code}>
                <th scope="row" className="nw">
                  {placeName(indicator, locale)}
                </th>
                <td className="nw">{words(indicator, before)}</td>
                <td className="nw">
                  <b>{words(indicator, now)}</b>
                </td>
                <td className="nw">
                  {shown.interval
                    ? formatRange({ ...shown.interval, unit: "percent" }, locale)
                    : t("noInterval")}
                </td>
                <td className="brief-dot">
                  <Dot share={shown.share} interval={shown.interval} before={former.share} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function useYearWords() {
  const t = useTranslations("indicators.rate");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  return (indicator: ShownIndicator, year: Year): string => {
    const { k, n: of, share } = shownYear(indicator, year);
    if (k === null) return t("missing");
    if (of === null) return n(k);
    const counted = t(year.estimated ? "ofAbout" : "of", { k: n(k), n: n(of) });
    return share === null ? counted : `${counted} · ${formatPercent(share, locale)}`;
  };
}

type DotProps = {
  share: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
  before: number | null;
};

const [width, edge] = [120, 4];

/** The share between 0 and 100 %: a dot, its interval, and a dash for the year before; the figures stand beside it. */
function Dot({ share, interval, before }: DotProps) {
  const x = (value: number) => edge + Math.min(1, Math.max(0, value)) * (width - 2 * edge);
  return (
    <svg viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <path d={`M${edge} 8H${width - edge}M${edge} 5v6M${width - edge} 5v6`} stroke="var(--edge)" />
      {before !== null && (
        <path d={`M${x(before)} 1v14`} stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="2.5 2" />
      )}
      {interval && (
        <path d={`M${x(interval.low)} 8H${x(interval.high)}`} stroke="var(--indigo-600)" strokeWidth="3" />
      )}
      {share !== null && <circle cx={x(share)} cy="8" r="4.5" fill="var(--indigo-600)" />}
    </svg>
  );
}
