"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Warning } from "@/lib/indicators/validation";
import { useKnown } from "../field/store-hooks";

/** What an element is called; its code while this phone does not know it. */
export function useElementName(): (code: string) => string {
  const locale = useLocale();
  const elements = useKnown("elements");
  return (code) => {
    const element = elements?.find((one) => one.code === code);
    if (!element) return code;
    return locale === "en" ? element.nameEn : element.nameLo;
  };
}

/** What looks wrong, with both numbers, and how to mend it. */
export function useWarningText() {
  const t = useTranslations("indicators.warning");
  const locale = useLocale();
  const name = useElementName();
  const elements = useKnown("elements");
  const n = (value: number) => formatNumber(value, locale);
  return (warning: Warning): { title: string; advice: string } => {
    const { code, value, limit } = warning;
    const element = elements?.find((one) => one.code === code);
    const own = locale === "en" ? element?.adviceEn : element?.adviceLo;
    const told = { name: name(code), value: n(value), limit: n(limit) };
    if (warning.rule === "maximum") return { title: t("maximum", told), advice: own ?? t("lookAgain") };
    const of = formatList(warning.of.map(name), locale);
    return { title: t("atMost", { ...told, of }), advice: own ?? t("lookAgain") };
  };
}
