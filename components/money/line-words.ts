import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatKip, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { KeptLine, Money } from "@/lib/money/budget-queries";
import type { Delay } from "@/lib/money/budget-rules";

type Named = Pick<Money, "districts" | "provinces" | "funders">;

/** What a budget line is called in a table: its place, its purpose, whose money, how late. */
export function useLineWords({ districts, provinces, funders }: Named) {
  const t = useTranslations("money");
  const locale = useLocale();
  const kip = (value: number | null) => (value === null ? "–" : formatKip(value, locale));
  return {
    kip,
    place: ({ districtId, provinceId }: Pick<KeptLine, "districtId" | "provinceId">) => {
      const found =
        districts.find(({ id }) => id === districtId) ?? provinces.find(({ id }) => id === provinceId);
      return found ? placeName(found, locale) : t("budget.nation");
    },
    whose: ({ fundSource, funderId }: Pick<KeptLine, "fundSource" | "funderId">) => {
      const funder = funders.find(({ id }) => id === funderId);
      return [t(`fund.${fundSource}`), funder && placeName(funder, locale)].filter(Boolean).join(": ");
    },
    came: ({ disbursedKip, disbursedOn, disbursementDue }: KeptLine) =>
      [
        kip(disbursedKip),
        disbursedOn && t("budget.came", { date: formatDate(disbursedOn, locale, "short") }),
        disbursementDue && t("budget.due", { date: formatDate(disbursementDue, locale, "short") }),
      ]
        .filter(Boolean)
        .join(" · "),
    delay: ({ is, days, missingKip }: Delay) => {
      const words = { days: formatNumber(days, locale) };
      if (is === "came_late") return t("budget.cameLate", words);
      return missingKip === null
        ? t("budget.lateUnknown", words)
        : t("budget.lateLine", { ...words, kip: kip(missingKip) });
    },
  };
}
