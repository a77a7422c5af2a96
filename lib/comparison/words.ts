import "server-only";
import { getTranslations } from "next-intl/server";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { FilterName, Filters, Grouping } from "./choices";
import type { ComparedVillage } from "./village-rows";

/** Every word a page and a file of compared villages need, in one language. */
export async function comparisonWords(locale: Locale) {
  const [villages, choose, groups, file, rate, denominator, status, season] = await Promise.all([
    getTranslations({ locale, namespace: "comparison.villages" }),
    getTranslations({ locale, namespace: "comparison.choose" }),
    getTranslations({ locale, namespace: "comparison.groups" }),
    getTranslations({ locale, namespace: "comparison.file" }),
    getTranslations({ locale, namespace: "indicators.rate" }),
    getTranslations({ locale, namespace: "indicators.denominator" }),
    getTranslations({ locale, namespace: "status" }),
    getTranslations({ locale, namespace: "places.reach" }),
  ]);
  return { locale, villages, choose, groups, file, rate, denominator, status, season };
}
export type ComparisonWords = Awaited<ReturnType<typeof comparisonWords>>;

type PartWords = (name: Grouping, part: string) => string;

/** What a part of a breakdown is called; groups and health centres by the names the villages bring. */
export function partWords(words: ComparisonWords, villages: readonly ComparedVillage[]): PartWords {
  const { locale } = words;
  const names = new Map<string, string>();
  for (const { mainGroup, centre } of villages) {
    if (mainGroup) names.set(mainGroup.id, placeName(mainGroup, locale));
    if (centre) names.set(centre.code ?? centre.id, placeName(centre, locale));
  }
  return (name, part) => {
    if (part === "unknown") return words.groups("unknown");
    if (name === "season") return words.season(part as Parameters<typeof words.season>[0]);
    if (name === "distance") return words.choose(`distance.${part}` as Parameters<typeof words.choose>[0]);
    return names.get(part) ?? part;
  };
}

/** A filter as it stands on its chip and in the file. */
export function filterText(words: ComparisonWords, part: PartWords, name: FilterName, value: string): string {
  const label = words.choose(`filter.${name}`);
  if (name === "status") return `${label}: ${words.status(value as Parameters<typeof words.status>[0])}`;
  if (name === "workshop")
    return `${label}: ${words.choose(value === "yes" ? "workshop.yes" : "workshop.no")}`;
  return `${label}: ${part(name, value)}`;
}

export const activeFilters = (filters: Filters) => Object.entries(filters) as [FilterName, string][];
