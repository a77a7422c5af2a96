import { useLocale, useTranslations } from "next-intl";
import type { Year } from "@/lib/indicators/calculation";
import { denominatorText, rateText } from "@/lib/indicators/rate-words";
import type { ShownIndicator } from "@/lib/indicators/view";

export function useRateText() {
  const t = useTranslations("indicators.rate");
  const locale = useLocale();
  return (indicator: ShownIndicator, year: Year) => rateText(t, locale, indicator, year);
}

export function useDenominatorText() {
  const t = useTranslations("indicators.denominator");
  const locale = useLocale();
  return (year: Year) => denominatorText(t, locale, year);
}
