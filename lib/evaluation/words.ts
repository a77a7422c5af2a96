import type { useTranslations } from "next-intl";
import { formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import type { ClusteredContrast } from "@/lib/statistics/clustered-contrast";
import type { Uptake } from "./services";

export type EvaluationTranslator = ReturnType<typeof useTranslations<"evaluation">>;
type Words = Readonly<{ t: EvaluationTranslator; locale: Locale }>;
type Unit = Uptake["unit"];

/** A level: a percentage, or how many a village counted in a month. */
export const levelText = (unit: Unit, value: number, locale: Locale, decimals = 1): string =>
  unit === "share" ? formatPercent(value, locale, decimals) : formatNumber(value, locale, { maxDecimals: 2 });

/** A change: in points of 100, or how many more a village counted in a month. */
export function changeText(unit: Unit, value: number, { t, locale }: Words): string {
  const sign = value > 0 ? "+" : "";
  if (unit === "count") return `${sign}${formatNumber(value, locale, { maxDecimals: 2 })}`;
  return t("uptake.points", {
    n: `${sign}${formatNumber(value * 100, locale, { maxDecimals: 1, minDecimals: 1 })}`,
  });
}

export function rangeText(unit: Unit, { lo, hi }: Pick<ClusteredContrast, "lo" | "hi">, locale: Locale) {
  if (lo === null || hi === null) return null;
  const times = unit === "share" ? 100 : 1;
  return formatRange({ low: lo * times, high: hi * times, decimals: unit === "share" ? 1 : 2 }, locale);
}

/** Why there is no interval; null when there is one. */
export const whyNone = ({ status }: ClusteredContrast, t: EvaluationTranslator): string | null =>
  status === "ok" ? null : t(`uptake.status.${status}`);

/** What the comparison says, in one sentence. */
export function findingText({ unit, difference }: Uptake, { t, locale }: Words): string {
  const range = rangeText(unit, difference, locale);
  const why = whyNone(difference, t);
  if (difference.estimate === null || range === null || why !== null)
    return t("finding.none", { why: why ?? t("uptake.status.empty-cell") });
  const kind = (difference.lo ?? 0) > 0 ? "more" : (difference.hi ?? 0) < 0 ? "less" : "chance";
  return t(`finding.${kind}`, { change: changeText(unit, difference.estimate, { t, locale }), range });
}
