import type { useTranslations } from "next-intl";
import { formatDate, formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import type { Spell, Year } from "./calculation";
import { shownYear } from "./display";
import type { ShownIndicator } from "./view";

type RateWords = ReturnType<typeof useTranslations<"indicators.rate">>;
type DenominatorWords = ReturnType<typeof useTranslations<"indicators.denominator">>;
type Told = Readonly<{ main: string; remarks: string }>;

/** Twelve months in words: k of n always, a percentage only where there are enough, what to beware of after it. */
export function rateText(t: RateWords, locale: Locale, indicator: ShownIndicator, year: Year): Told {
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const { k, n: of, share, interval, remarks } = shownYear(indicator, year);
  const said = remarks.map((remark) => t(`remark.${remark}`, { months: n(year.rate.months) })).join(" · ");
  if (k === null) return { main: t("missing"), remarks: "" };
  if (of === null) return { main: n(k), remarks: said };
  const counted = t(year.estimated ? "ofAbout" : "of", { k: n(k), n: n(of) });
  if (share === null) return { main: counted, remarks: said };
  const percent = indicator.factor === 100 ? formatPercent(share, locale) : n(share * indicator.factor);
  const range =
    interval && indicator.factor === 100 ? ` (${formatRange({ ...interval, unit: "percent" }, locale)})` : "";
  return { main: `${counted} · ${percent}${range}`, remarks: said };
}

/** Some months as k of n, without a percentage; n is rounded where it is a part of an estimate. */
export function spellText(t: RateWords, locale: Locale, { k, n: of }: Pick<Spell, "k" | "n">): string {
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  if (k === null) return t("missing");
  if (of === null) return n(k);
  return t(Number.isInteger(of) ? "of" : "ofAbout", { k: n(k), n: n(of) });
}

/** Where the denominator comes from; null for shares of what was counted in the same months. */
export const denominatorText = (t: DenominatorWords, locale: Locale, { figure }: Year): string | null =>
  figure &&
  t("of", {
    kind: t(`kind.${figure.kind}`),
    n: formatNumber(figure.value, locale),
    year: String(figure.year),
    method: t(`method.${figure.method}`),
    date: formatDate(figure.asOf, locale, "short"),
  });
