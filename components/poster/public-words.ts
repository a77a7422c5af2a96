import { createTranslator } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";

/** The words of a page that is made without React, in one language. */
export function publicWords(locale: Locale, messages: Messages) {
  return {
    locale,
    t: createTranslator({ locale, messages }),
    date: (iso: string) => formatDate(iso, locale),
    number: (value: number) => formatNumber(value, locale),
  };
}

export type PublicWords = ReturnType<typeof publicWords>;
