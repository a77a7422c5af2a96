import { useLocale, useTranslations } from "next-intl";
import type { Speech } from "@/lib/attention/words";

/** Whom and where the sentences of a page are about. */
export type Spoken = Pick<Speech, "today" | "villages" | "facilities">;

export function useSpeech(given: Spoken): Speech {
  const t = useTranslations("attention");
  const office = useTranslations("plans.office");
  return { ...given, t, office: (name) => office(name), locale: useLocale() };
}
