import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { ListRow } from "../ui/list-row";
import { PageHeader } from "../ui/page-header";

type Props = {
  districts: readonly { id: string; code: string | null; nameLo: string; nameEn: string }[];
  to: string;
};

export function DistrictChoice({ districts, to }: Props) {
  const t = useTranslations("districts.choose");
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className="card list">
        {districts.map((district) => (
          <li key={district.id}>
            <ListRow
              href={`${to}?district=${district.code ?? district.id}`}
              name={placeName(district, locale)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
