import { useLocale, useTranslations } from "next-intl";
import type { Role } from "@/lib/access/roles";

type Work = { role: Role; placeId: string; placeNameLo: string; placeNameEn: string };

export function WorkPlaces({ assignments }: { assignments: readonly Work[] }) {
  const t = useTranslations();
  const locale = useLocale();
  if (assignments.length === 0) return <p>{t("people.me.noWork")}</p>;
  return (
    <ul className="stack-s">
      {assignments.map((work) => (
        <li key={`${work.role} ${work.placeId}`}>
          {t("people.me.roleAt", {
            role: t(`access.role.${work.role}`),
            place: locale === "en" && work.placeNameEn ? work.placeNameEn : work.placeNameLo,
          })}
        </li>
      ))}
    </ul>
  );
}
