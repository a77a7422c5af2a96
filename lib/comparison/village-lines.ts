import { totalOf } from "@/lib/districts/summary";
import { formatDate, formatNumber, formatRange } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { denominatorText, rateText, spellText } from "@/lib/indicators/rate-words";
import type { ShownIndicator } from "@/lib/indicators/view";
import type { ComparedVillage, VillageTrustMean } from "./village-rows";
import type { ComparisonWords } from "./words";

/** A village's line in words: what the table shows, and the file beside its numbers. */
export type VillageLine = Readonly<{
  village: ComparedVillage;
  name: string;
  status: string;
  /** Who most people are, which health centre and how far, how it is reached in the rains. */
  about: readonly string[];
  rate: string;
  remarks: string;
  /** How the denominator is known, in short, and whole with its number and date. */
  method: string;
  denominator: string;
  before: string;
  after: string;
  trust: string;
  plan: string;
  report: string;
  visit: string;
}>;

export const villageLines = (
  villages: readonly ComparedVillage[],
  indicator: ShownIndicator,
  words: ComparisonWords,
): VillageLine[] => villages.map((village) => lineOf(village, indicator, words));

function lineOf(village: ComparedVillage, indicator: ShownIndicator, words: ComparisonWords): VillageLine {
  const { locale, villages: t } = words;
  const n = (value: number) => formatNumber(value, locale);
  const told = rateText(words.rate, locale, indicator, village.year);
  const of = totalOf(village.counts);
  return {
    village,
    name: villageName(village, locale),
    status: words.status(village.mark),
    about: aboutOf(village, words),
    rate: told.main,
    remarks: told.remarks,
    method: village.year.figure ? words.denominator(`method.${village.year.figure.method}`) : "",
    denominator: denominatorText(words.denominator, locale, village.year) ?? "",
    ...sinceOf(village, words),
    trust: trustText(village.trust, words),
    plan: of > 0 ? t("kOfN", { k: n(village.counts.done), n: n(of) }) : t("noPlan"),
    report:
      village.lastReport === null ? t("never") : formatDate(firstDay(village.lastReport), locale, "month"),
    visit: village.lastVisit ? formatDate(village.lastVisit, locale, "short") : t("none"),
  };
}

function aboutOf({ mainGroup, centre, wetAccess }: ComparedVillage, words: ComparisonWords): string[] {
  const { locale, villages: t, season } = words;
  const way = centre?.minutesDry ?? null;
  const reached = wetAccess ? season(wetAccess as Parameters<typeof season>[0]) : null;
  return [
    mainGroup && placeName(mainGroup, locale),
    centre &&
      [placeName(centre, locale), way !== null && t("minutes", { n: formatNumber(way, locale) })]
        .filter(Boolean)
        .join(" "),
    reached && `${t("column.season")}: ${reached}`,
  ].filter((part): part is string => Boolean(part));
}

function sinceOf({ since, firstWorkshop }: ComparedVillage, words: ComparisonWords) {
  const { locale, villages: t } = words;
  if (!since) return { before: "", after: firstWorkshop ? t("tooEarly") : t("noWorkshop") };
  const told = ({ k, n, months }: (typeof since)["before"]) => {
    const text = spellText(words.rate, locale, { k, n });
    return k === null || months === 12 ? text : t("months", { text, months: formatNumber(months, locale) });
  };
  return { before: told(since.before), after: told(since.after) };
}

function trustText(trust: VillageTrustMean | null, { locale, villages: t }: ComparisonWords): string {
  if (!trust) return t("notMeasured");
  if (!trust.mean) return t("tooFew");
  const { mean, lo, hi } = trust.mean;
  const range =
    lo === null || hi === null ? "" : ` (${formatRange({ low: lo, high: hi, decimals: 1 }, locale)})`;
  return `${formatNumber(mean, locale, { maxDecimals: 1, minDecimals: 1 })}${range}`;
}
