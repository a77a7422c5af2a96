import { useLocale, useTranslations } from "next-intl";
import { formatNumber, formatRange } from "@/lib/i18n/format";
import type { KnownInstrument } from "@/lib/sync/known";
import type { Mark } from "@/lib/trust/hiding";
import type { ShownMean } from "@/lib/trust/results";
import { rangeOf } from "@/lib/trust/rules";
import { ageBands, sexes } from "@/lib/workshops/vocabularies";

type Named = readonly Readonly<{ id: string; nameLo: string; nameEn: string }>[];

const isOneOf = <T extends string>(list: readonly T[], name: string): name is T =>
  (list as readonly string[]).includes(name);

/** Points of a scale as they are written everywhere: one decimal. */
const decimals = { maxDecimals: 1, minDecimals: 1 };

/** How results are said, the same on every page. */
export function useTrustWords() {
  const t = useTranslations("trust");
  const locale = useLocale();
  const points = (value: number) => formatNumber(value, locale, decimals);
  const change = (value: number) => `${value > 0 ? "+" : ""}${points(value)}`;
  const interval = ({ lo, hi }: Pick<ShownMean, "lo" | "hi">) =>
    lo === null || hi === null ? null : formatRange({ low: lo, high: hi, decimals: 1 }, locale);
  const people = (count: number) => t("people", { count, n: formatNumber(count, locale) });
  const meanWords = (mean: ShownMean | null) =>
    mean
      ? [points(mean.mean), interval(mean) && `(${interval(mean)})`, people(mean.n)]
          .filter(Boolean)
          .join(" · ")
      : t("hidden");
  const ends = (instrument: Pick<KnownInstrument, "scale" | "items">): [string, string] => {
    const [low, high] = rangeOf(instrument);
    return [formatNumber(low, locale), formatNumber(high, locale)];
  };
  return { points, change, interval, people, meanWords, ends };
}

/** What a group of people is called. */
export function useGroupName(groups: Named) {
  const t = useTranslations();
  const locale = useLocale();
  return (by: Mark, category: string): string => {
    if (category === "not_said") return t("trust.notSaid");
    if (by === "sex" && isOneOf(sexes, category)) return t(`workshops.sex.${category}`);
    if (by === "ageBand" && isOneOf(ageBands, category)) return t(`workshops.age.${category}`);
    if (by === "exposure" && isOneOf(["participant", "indirect", "unexposed"] as const, category))
      return t(`interviews.exposure.${category}`);
    const group = groups.find(({ id }) => id === category);
    return group ? (locale === "lo" ? group.nameLo : group.nameEn) : category;
  };
}
