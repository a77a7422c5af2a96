import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { type PlaceHead, placeHref } from "@/lib/villages/place-head";
import type { WorkshopChoice } from "@/lib/villages/views";
import { ChipLink } from "../ui/chip";

type Props = {
  head: PlaceHead;
  page: "map" | "problems";
  workshops: readonly WorkshopChoice[];
  current: string | null;
};

/** Which workshop's map or problems are shown; nothing to choose with one. */
export function WorkshopChips({ head, page, workshops, current }: Props) {
  const t = useTranslations("villages.map");
  const locale = useLocale();
  if (workshops.length < 2) return null;
  return (
    <nav className="chips mb-4 noprint" aria-label={t("choose")}>
      {workshops.map(({ id, startDate }) => (
        <ChipLink key={id} href={`${placeHref(head, page)}?workshop=${id}`} current={id === current}>
          {t("workshopOf", { date: formatDate(startDate, locale) })}
        </ChipLink>
      ))}
    </nav>
  );
}
