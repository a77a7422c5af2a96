import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import { endRoleAction } from "@/lib/people/actions";
import type { AccountWork } from "@/lib/people/queries";
import { ActForm } from "./act-form";

type Props = { works: readonly AccountWork[]; today: string; canEnd: boolean };

/** Every role there was, the latest first, with its dates; those of the past stay. */
export function WorkList({ works, today, canEnd }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const day = (iso: string) => formatDate(iso, locale);
  if (works.length === 0) return <p>{t("people.account.rolesNone")}</p>;
  return (
    <ul>
      {works.map((work) => {
        const role = t(`access.role.${work.role}`);
        const place = locale === "en" && work.nameEn ? work.nameEn : work.nameLo;
        const over = work.to !== null && work.to <= today;
        return (
          <li key={work.id} className="list-row">
            <div className="grow">
              <span className="list-name">{t("people.me.roleAt", { role, place })}</span>
              <span className="list-why">
                {work.to
                  ? t("people.account.fromTo", { from: day(work.from), to: day(work.to) })
                  : t("people.account.fromOn", { from: day(work.from) })}
                {over && ` · ${t("people.account.ended")}`}
              </span>
            </div>
            {canEnd && !over && (
              <ActForm
                action={endRoleAction}
                hidden={{ assignmentId: work.id }}
                label={t("people.account.endRoleOf", { role, place })}
              >
                {t("people.account.endRole")}
              </ActForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}
