import "server-only";
import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { Theme } from "./frame";
import type { ThemePlace } from "./queries";
import type { Tally } from "./rules";

/** Every word that the page of themes and its file need, in one language. */
export async function themeWords(locale: Locale) {
  const [t, code] = await Promise.all([
    getTranslations({ locale, namespace: "themes" }),
    getTranslations({ locale, namespace: "problems.themes.code" }),
  ]);
  const n = (value: number) => formatNumber(value, locale);
  return {
    locale,
    t,
    n,
    name: (theme: Theme) => code(theme),
    day: (iso: string) => formatDate(iso, locale),
    place: (one: ThemePlace) => (one.level === "village" ? villageName(one, locale) : placeName(one, locale)),
    /** k of the coded ones; with none coded there is nothing to say. */
    share: ({ of, coded }: Tally, theme: Theme) =>
      coded === 0 ? t("noneCoded") : t("ofN", { k: n(of[theme]), n: n(coded) }),
    made: formatDate(today(), locale),
  };
}
export type ThemeWords = Awaited<ReturnType<typeof themeWords>>;
