import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { ListRow } from "../ui/list-row";

type Row = Readonly<{ code: string; nameLo: string; nameEn: string; active: boolean }>;
type Props = { rows: readonly Row[]; hrefOf: (code: string) => string };

/** Everything kept under a code, in the order of the forms; what is out of use says so. */
export function ManageList({ rows, hrefOf }: Props) {
  const t = useTranslations("indicators.manage");
  const locale = useLocale();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.code}>
          <ListRow
            href={hrefOf(row.code)}
            name={placeName(row, locale)}
            why={row.active ? row.code : `${row.code} · ${t("inactive")}`}
          />
        </li>
      ))}
    </ul>
  );
}
