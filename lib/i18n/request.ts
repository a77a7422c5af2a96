import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { loadMessages } from "./load";
import { routing } from "./routing";

/**
 * Parsed messages for the life of the process: next-intl forgets them with each request, and parsing anew was a fifth of a page
 * (bench). Read by its translators as `_cache`.
 */
const parsed = {
  dateTime: {},
  number: {},
  message: {},
  relativeTime: {},
  pluralRules: {},
  list: {},
  displayNames: {},
};

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return { locale, messages: loadMessages(locale), timeZone: "Asia/Vientiane", ...{ _cache: parsed } };
});
