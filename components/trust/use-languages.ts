"use client";

import { useLocale, useTranslations } from "next-intl";
import type { KnownInstrument } from "@/lib/sync/known";
import { useKnown } from "../field/store-hooks";

/** Languages an interview may be held in: those the questionnaire is written in first, then those it can be said in. */
export function useLanguages(instrument: KnownInstrument | undefined) {
  const t = useTranslations("interviews");
  const locale = useLocale();
  const spoken = useKnown("languages") ?? [];
  const name = (id: string) => {
    if (id === "lo" || id === "en") return t(id);
    const word = spoken.find((one) => one.id === id);
    return word ? (locale === "lo" ? word.nameLo : word.nameEn) : id;
  };
  const written = Object.keys(instrument?.consent ?? { lo: "" });
  const others = spoken.map(({ id }) => id).filter((id) => id !== "lao" && !written.includes(id));
  return { ids: [...written, ...others], name };
}
