import { defineRouting } from "next-intl/routing";

export const locales = ["lo", "en"] as const;
/** All dates and hours of a page are those of the country. */
export const timeZone = "Asia/Vientiane";

export type Locale = (typeof locales)[number];
const defaultLocale: Locale = "lo";

// No guessing from the browser: most phones in the villages are set to English or Thai, their owners read Lao.
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "always",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}
