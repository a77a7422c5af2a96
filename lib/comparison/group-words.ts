import type { useTranslations } from "next-intl";
import { formatNumber, formatPercent, formatRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";
import { spellText } from "@/lib/indicators/rate-words";
import type { GroupLine } from "./groups";

type RateWords = ReturnType<typeof useTranslations<"indicators.rate">>;

/** k of n of several villages, with share and interval where they may be shown. */
export function groupText(rate: RateWords, locale: Locale, line: GroupLine): string {
  const { k, n, share, interval, remarks } = line;
  const counted =
    n !== null && remarks.includes("estimate")
      ? rate("ofAbout", { k: formatNumber(k ?? 0, locale), n: formatNumber(n, locale) })
      : spellText(rate, locale, { k, n });
  if (share === null) return counted;
  const range = interval ? ` (${formatRange({ ...interval, unit: "percent" }, locale)})` : "";
  return `${counted} · ${formatPercent(share, locale)}${range}`;
}
