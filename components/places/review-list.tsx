import { useLocale, useTranslations } from "next-intl";
import { ListRow } from "@/components/ui/list-row";
import { placeName } from "@/lib/i18n/place-name";
import type { ReviewRow } from "@/lib/places/admin-queries";

const reasons = ["repeated_name", "merged_name", "odd_letters", "names_differ", "codes_differ"] as const;

/** Each doubtful place with the reason in words. */
export function ReviewList({ rows }: { rows: readonly ReviewRow[] }) {
  const t = useTranslations("places");
  const locale = useLocale();
  if (rows.length === 0) return <p>{t("list.reviewNone")}</p>;
  return (
    <ul className="card list">
      {rows.map((row) => (
        <li key={row.id}>
          <ListRow
            href={`/admin/places/${row.code}`}
            status="soon"
            name={[row.nameLo, row.nameEn].filter(Boolean).join(" · ")}
            why={reasons
              .filter((reason) => row.reasons.includes(reason))
              .map((reason) => t(`reason.${reason}`))
              .join(" · ")}
            datum={placeName({ nameLo: row.inLo, nameEn: row.inEn }, locale)}
          />
        </li>
      ))}
    </ul>
  );
}
