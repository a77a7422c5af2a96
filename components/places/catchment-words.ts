import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { CatchmentView } from "@/lib/places/catchment-queries";

/** "since 1 May 2026", or both ends of what is over. */
export function usePeriod() {
  const t = useTranslations("places.catchment");
  const locale = useLocale();
  return ({ validFrom, validTo }: Pick<CatchmentView, "validFrom" | "validTo">) =>
    validTo
      ? t("between", {
          from: formatDate(validFrom, locale, "short"),
          to: formatDate(validTo, locale, "short"),
        })
      : t("since", { date: formatDate(validFrom, locale) });
}

/** How long the way takes in both seasons; unknown is said, not left blank. */
export function useWay() {
  const t = useTranslations("places.catchment");
  const unknown = useTranslations("common.word")("unknown");
  const locale = useLocale();
  const minutes = (value: number | null) =>
    value === null ? unknown : t("minutes", { n: formatNumber(value, locale) });
  return ({ travelMinDry, travelMinWet }: Pick<CatchmentView, "travelMinDry" | "travelMinWet">) =>
    t("way", { dry: minutes(travelMinDry), wet: minutes(travelMinWet) });
}
