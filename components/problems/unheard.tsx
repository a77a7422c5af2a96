"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/i18n/format";
import { useGroupName } from "./group-names";
import { withoutGroup } from "./group-people";
import type { Votes } from "./use-votes";
import { useLinked } from "./workshop-records";

/** "Who have we not heard?": groups without a vote, and people in the room without a group. */
export function Unheard({ votes, workshopId }: { votes: Votes; workshopId: string }) {
  const t = useTranslations("problems.unheard");
  const locale = useLocale();
  const nameOf = useGroupName();
  const attendance = useLinked("attendance", workshopId);
  const silent = votes.voters.filter(({ id }) => votes.ranking.silentGroups.includes(id));
  const present = withoutGroup(
    attendance.map(({ fields }) => fields),
    votes.voters.map(({ fields }) => fields),
  );
  if (silent.length + present.length === 0) return null;
  const sentences = [
    ...silent.map(({ id, fields }) => {
      const [name, people] = [nameOf(fields), fields.people ?? 0];
      const text = people
        ? t("groupPeople", { count: people, name, n: formatNumber(people, locale) })
        : t("group", { name });
      return { id, text };
    }),
    ...present.map(({ people, ...who }) => {
      const name = nameOf({ workshopId, ...who });
      return { id: name, text: t("present", { count: people, name, n: formatNumber(people, locale) }) };
    }),
  ];
  return (
    <Notice tone="soon" title={t("title")}>
      {sentences.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </Notice>
  );
}
