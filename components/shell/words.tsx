"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { type Locale, timeZone } from "@/lib/i18n/routing";

type Words = Readonly<Record<string, object>>;

const read = new Map<string, Words>();

/** Each text is read once, on the server too: as an object React would write, check and read every word of it for every page. */
function wordsIn(text: string): Words {
  const words = read.get(text) ?? (JSON.parse(text) as Words);
  read.set(text, words);
  return words;
}

type First = { text: string; locale: Locale; children: ReactNode };

/** What stands around everything. */
export function FirstWords({ text, locale, children }: First) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={wordsIn(text)}>
      {children}
    </NextIntlClientProvider>
  );
}

/** The words of further domains beside those that are known. */
export function MoreWords({ words, children }: { words: Words | string; children: ReactNode }) {
  const known = useMessages();
  const messages = useMemo(
    () => ({ ...known, ...(typeof words === "string" ? wordsIn(words) : words) }),
    [known, words],
  );
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
