import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import type { Year } from "@/lib/indicators/calculation";
import { shownYear } from "@/lib/indicators/display";
import type { ShownIndicator } from "@/lib/indicators/view";

type Told = Readonly<{ main: string; remarks: string }>;

/** Twelve months in words: k of n always, a percentage only where there are enough, what to beware of after it. */
export function useRateText(): (indicator: ShownIndicator, year: Year) => Told {
  const t = useTranslations("indicators.rate");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  return (indicator, year) => {
    const { k, n: of, share, interval, remarks } = shownYear(indicator, year);
    const said = remarks.map((remark) => t(`remark.${remark}`, { months: n(year.rate.months) })).join(" · ");
    if (k === null) return { main: t("missing"), remarks: "" };
    if (of === null) return { main: n(k), remarks: said };
    const counted = t(year.estimated ? "ofAbout" : "of", { k: n(k), n: n(of) });
    if (share === null) return { main: counted, remarks: said };
    const percent = indicator.factor === 100 ? formatPercent(share, locale) : n(share * indicator.factor);
    const range =
      interval && indicator.factor === 100
        ? ` (${formatRange({ ...interval, unit: "percent" }, locale)})`
        : "";
    return { main: `${counted} · ${percent}${range}`, remarks: said };
  };
}

/** Where the denominator comes from; null for shares of what was counted in the same months. */
export function useDenominatorText(): (year: Year) => string | null {
  const t = useTranslations("indicators.denominator");
  const locale = useLocale();
  return ({ figure }) =>
    figure &&
    t("of", {
      kind: t(`kind.${figure.kind}`),
      n: formatNumber(figure.value, locale),
      year: String(figure.year),
      method: t(`method.${figure.method}`),
      date: formatDate(figure.asOf, locale, "short"),
    });
}
