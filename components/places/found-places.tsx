import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import { placeName } from "@/lib/i18n/place-name";
import type { FoundPlace } from "@/lib/places/search-queries";

/** Own places first, as links; the others by name only, so that the reader knows that they exist and whose they are. */
export function FoundPlaces({ places }: { places: readonly (FoundPlace & { href: string | null })[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  const about = (place: FoundPlace) => {
    const named = (nameLo: string | null, nameEn: string | null) =>
      placeName({ nameLo: nameLo ?? "", nameEn: nameEn ?? "" }, locale);
    const district = place.level !== "district" && named(place.districtLo, place.districtEn);
    const province = place.level !== "province" && named(place.provinceLo, place.provinceEn);
    const other = placeName(place, locale) === place.nameLo ? place.nameEn : place.nameLo;
    return [t(`level.${place.level}`), other, district, province].filter(Boolean).join(" · ");
  };
  const sorted = [...places.filter((place) => place.href), ...places.filter((place) => !place.href)];
  return (
    <ul className="card list">
      {sorted.map((place) => (
        <li key={place.id}>
          {place.href ? (
            <ListRow href={place.href} name={placeName(place, locale)} why={about(place)} />
          ) : (
            <p className="py-3">
              <span className="list-name block">{placeName(place, locale)}</span>
              <span className="sm mut block">{`${about(place)} · ${t("list.elsewhere")}`}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
