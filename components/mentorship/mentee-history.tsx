import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/lib/i18n/format";
import type { MenteePage } from "@/lib/mentorship/queries";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { Link } from "../ui/link";

/** Since when, with whom, on leave, replaced by whom: the newest first. */
export function MenteeHistory({ page }: { page: MenteePage }) {
  const t = useTranslations("mentees.page");
  const words = useTranslations("mentorship");
  const locale = useLocale();
  const { mentee, statuses } = page;
  const day = (date: string) => formatDate(date, locale);
  const facts = [
    { key: "track", term: t("track"), value: words(`track.${mentee.track}`) },
    { key: "since", term: t("since"), value: day(mentee.from) },
    ...(mentee.mentor ? [{ key: "mentor", term: t("mentor"), value: mentee.mentor }] : []),
  ];
  return (
    <Card title={t("history")}>
      <FactList facts={facts} />
      <ul className="stack-s mt-2">
        {mentee.replacedBy && (
          <li>
            <Link href={`/mentees/${mentee.replacedBy.id}`}>
              {t("replacedBy", { name: mentee.replacedBy.name })}
            </Link>
          </li>
        )}
        {statuses.map(({ id, date, status, reason, until }) => (
          <li key={id}>
            {[
              day(date),
              words(`state.${status}`),
              reason && words(`reason.${reason}`),
              until && words("mentee.until", { date: day(until) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
        <li>
          {day(mentee.from)} · {t("began")}
          {mentee.replaces && (
            <>
              {" · "}
              <Link href={`/mentees/${mentee.replaces.id}`}>
                {t("replaces", { name: mentee.replaces.name })}
              </Link>
            </>
          )}
        </li>
      </ul>
    </Card>
  );
}
