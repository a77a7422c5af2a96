import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { FacilityLine } from "@/lib/places/facility-queries";
import { ListRow } from "../ui/list-row";

/** Facilities as rows of one link each: what kind, where, and how many villages it serves today. */
export function FacilityRows({ facilities }: { facilities: readonly FacilityLine[] }) {
  const t = useTranslations("places.facility");
  const locale = useLocale();
  const about = (one: FacilityLine) =>
    [
      t(`type.${one.type}`),
      placeName(one.district, locale),
      placeName(one.province, locale),
      t("serves", { count: one.villages, n: formatNumber(one.villages, locale) }),
    ].join(" · ");
  return (
    <ul className="card list">
      {facilities.map((one) => (
        <li key={one.id}>
          <ListRow
            href={`/facilities/${one.id}`}
            name={placeName(one, locale)}
            why={about(one)}
            datum={one.code}
            status={one.ended ? "dropped" : undefined}
            statusLabel={one.ended ? t("endedShort") : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
