import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Poster, VisitDates } from "@/lib/publishing/views";
import { dueVisits } from "@/lib/visits/rules";

/** Walking and driving times as people say them: "35 min", "1 h 50". */
export function useTravelTime() {
  const t = useTranslations("poster");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (minutes: number | null) => {
    if (minutes === null) return t("unknownTime");
    const [h, n] = [Math.floor(minutes / 60), minutes % 60];
    if (h === 0) return t("minutes", { n: number(n) });
    return n === 0 ? t("hours", { h: number(h) }) : t("hoursMinutes", { h: number(h), n: number(n) });
  };
}

/** A round distance for the scale bar. */
export function useMetresText() {
  const t = useTranslations("poster");
  const locale = useLocale();
  return (metres: number) =>
    metres >= 1000
      ? t("kilometres", { n: formatNumber(metres / 1000, locale) })
      : t("metres", { n: formatNumber(metres, locale) });
}

export function usePosterNames(poster: Poster) {
  const t = useTranslations("poster");
  const locale = useLocale();
  const village =
    poster.head.level === "village" ? villageName(poster.head, locale) : placeName(poster.head, locale);
  const district = t("district", {
    name: placeName({ nameLo: poster.districtLo, nameEn: poster.districtEn }, locale),
  });
  const province = placeName({ nameLo: poster.provinceLo, nameEn: poster.provinceEn }, locale);
  const agreed = poster.agreedDate ?? poster.workshopDate;
  return {
    village,
    district,
    where: province ? t("where", { district, province }) : district,
    agreed,
    year: agreed.slice(0, 4),
  };
}

type Dated = Parameters<typeof dueVisits>[0]["plan"] & { visits: readonly VisitDates[] };

/** The days still ahead on which the district team comes. */
export function useVisitDates() {
  const locale = useLocale();
  return (plan: Dated, today: string) => {
    const all = dueVisits({ plan, visits: plan.visits, today });
    const ahead = all.filter(({ heldDate, dueDate }) => !heldDate && dueDate >= today);
    const shown = ahead.slice(0, 3).map(({ dueDate }) => formatDate(dueDate, locale));
    return shown.length > 0 ? formatList(shown, locale) : null;
  };
}
