import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import { placeInList } from "@/lib/i18n/place-name";

type Shown = {
  id: string;
  code: string | null;
  level: "country" | "province" | "district" | "taseng" | "kumban" | "village";
  nameLo: string;
  nameEn: string;
  inside?: string;
  needsReview?: boolean;
  ended?: boolean;
};

/** Places as rows of one link each; the other language's name stands beside, since people know either. */
export function PlaceList({ places }: { places: readonly Shown[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  return (
    <ul className="card list">
      {places.map((place) => {
        const name = placeInList(place, locale);
        const other = locale === "en" && place.nameEn ? place.nameLo : place.nameEn;
        const about = [t(`level.${place.level}`), other, place.inside].filter(Boolean).join(" · ");
        return (
          <li key={place.id}>
            <ListRow
              href={`/admin/places/${place.code}`}
              name={name}
              why={about}
              datum={place.code}
              status={place.needsReview ? "soon" : place.ended ? "dropped" : undefined}
              statusLabel={place.needsReview ? t("list.review") : undefined}
            />
          </li>
        );
      })}
    </ul>
  );
}
