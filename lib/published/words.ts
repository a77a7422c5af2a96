import "server-only";
import { getTranslations } from "next-intl/server";
import { formatDate, formatNumber, formatRange, monthNames } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import { firstDay } from "@/lib/indicators/months";
import { PUBLIC_THRESHOLD } from "@/lib/statistics/suppression";
import { TRUST_FROM } from "@/lib/statistics/trust-index";
import { definitionVersion, type Measure } from "./measures";
import { NATION } from "./nation";
import { monthsOfQuarter } from "./quarters";
import type { NamedRow, Publication } from "./queries";
import type { TableName } from "./schema";
import type { Said } from "./view";

/** Every word a published table needs, in one language, for page and file alike. */
export async function publishedWords(locale: Locale) {
  const [t, kind] = await Promise.all([
    getTranslations({ locale, namespace: "published" }),
    getTranslations({ locale, namespace: "indicators.denominator.kind" }),
  ]);
  return { locale, t, kind, day: (iso: string) => formatDate(iso, locale) };
}
export type PublishedWords = Awaited<ReturnType<typeof publishedWords>>;

export function quarterText({ t, locale }: PublishedWords, quarter: number): string {
  const [first = 0, , last = 0] = monthsOfQuarter(quarter).map((period) => (period % 100) - 1);
  const names = monthNames(locale);
  return t("quarter", {
    from: names[first] ?? "",
    to: names[last] ?? "",
    year: String(Math.floor(quarter / 10)),
  });
}

export const yearText = ({ t, locale }: PublishedWords, quarter: number): string =>
  t("year", { month: formatDate(firstDay(monthsOfQuarter(quarter)[2] as number), locale, "month") });

export const headline = (words: PublishedWords, { table, quarter }: Pick<Publication, "table" | "quarter">) =>
  words.t("headline", { table: words.t(`table.${table}`), quarter: quarterText(words, quarter) });

export function measureName({ t, locale }: PublishedWords, { code, nameLo, nameEn }: Measure): string {
  if (nameLo !== null) return placeName({ nameLo, nameEn: nameEn ?? "" }, locale);
  return t(`measure.${code}` as Parameters<typeof t>[0]);
}

export const rowName = (
  { t, locale }: PublishedWords,
  row: Pick<NamedRow, "placeId" | "nameLo" | "nameEn">,
) => (row.placeId === NATION ? t("all") : placeName(row, locale));

/** A figure as it stands in a cell. */
export function figureText({ t, locale }: PublishedWords, said: Said): string {
  if (said === null) return t("noReport");
  if (said === "hidden") return t("hidden");
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 0 });
  if ("mean" in said) {
    const mean = formatNumber(said.mean, locale, { minDecimals: 1, maxDecimals: 1 });
    const range = formatRange({ low: said.lo ?? 0, high: said.hi ?? 0, decimals: 1 }, locale);
    const text = said.lo === null || said.hi === null ? mean : t("range", { text: mean, range });
    return t("ofPeople", { text, n: n(said.n), villages: n(said.villages) });
  }
  let text =
    said.n === null ? n(said.k) : t(said.estimated ? "kOfAbout" : "kOfN", { k: n(said.k), n: n(said.n) });
  if (said.percent !== null) text = t("percent", { text, percent: `${n(said.percent)}%` });
  if (said.low !== null && said.high !== null)
    text = t("range", { text, range: `${formatRange({ low: said.low, high: said.high }, locale)}%` });
  const part = said.months !== null && said.months < 3;
  return part ? t("months", { text, months: n(said.months ?? 0) }) : text;
}

/** What each column counts, one sentence each, and the number of the definition. */
export function definitionTexts(
  words: PublishedWords,
  table: TableName,
  measures: readonly Measure[],
): string[] {
  const { t, kind } = words;
  const number = t("definitions.count", { n: String(definitionVersion[table]) });
  if (table === "plans") return [t("definitions.plans"), number];
  if (table === "trust")
    return [t("definitions.trust", { instrument: measures[0]?.instrument ?? "–" }), number];
  const sum = (terms: readonly string[] | null) => (terms ?? []).join(" + ").replaceAll("+ -", "− ");
  return [
    ...measures.map((measure) => {
      const given = { name: measureName(words, measure), numerator: sum(measure.numerator) };
      return measure.population
        ? t("definitions.population", { ...given, people: kind(measure.population) })
        : t("definitions.ratio", { ...given, denominator: sum(measure.denominator) });
    }),
    number,
  ];
}

export const hidingText = ({ t, locale }: PublishedWords): string =>
  t("why", {
    most: formatNumber(PUBLIC_THRESHOLD - 1, locale),
    people: formatNumber(TRUST_FROM - 1, locale),
  });
