import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { PosterAction } from "@/lib/publishing/views";
import { type PlaceHead, placeHref } from "@/lib/villages/place-head";
import { standingOf } from "@/lib/villages/standing";
import type { WorkshopLine } from "@/lib/villages/views";
import { ButtonLink } from "../ui/button";
import { Icon, type IconName } from "../ui/icon";
import { Link } from "../ui/link";
import { useVillageGroup } from "./village-words";
import type { ShownRanking } from "./votes";

type Props = {
  head: PlaceHead;
  workshop: WorkshopLine;
  action: PosterAction;
  problem: { id: string; statement: string } | null;
  ranking: ShownRanking;
  agreed: string | null;
  instructHref: string | null;
  today: string;
};

/** The latest action's way back: who came, what they said, what was agreed, what was reported, how it stands today. */
export function EvidenceTrail({
  head,
  workshop,
  action,
  problem,
  ranking,
  agreed,
  instructHref,
  today,
}: Props) {
  const t = useTranslations("villages.trail");
  const words = useTranslations();
  const locale = useLocale();
  const group = useVillageGroup();
  const number = (value: number) => formatNumber(value, locale);
  const { daysLate } = standingOf(action, today);
  const own = problem && ranking.decided.find((entry) => entry.problem === problem.id);
  const said = ranking.voters.flatMap(({ id, fields, ethnicName }) => {
    const rank = own?.rankByGroup[id];
    return rank ? [t("ranked", { group: group({ ...fields, ethnicName }), rank: number(rank) })] : [];
  });
  const plan = `${placeHref(head, "plan")}?plan=${workshop.planId}#action-${action.id}`;
  return (
    <section className="card">
      <h2>{t("title", { what: action.what })}</h2>
      <p className="sm mut">{t("why")}</p>
      <ol className="trail">
        <Node icon="people" when={t("workshop", { date: formatDate(workshop.startDate, locale) })}>
          <Link href={placeHref(head, `workshops/${workshop.id}`)}>
            {t("came", { people: number(workshop.people), women: number(workshop.women) })}
          </Link>
        </Node>
        {problem && (
          <Node icon="message" when={t("problem", { n: number(action.problem ?? 0) })}>
            <Link href={`${placeHref(head, "problems")}#problem-${problem.id}`}>{problem.statement}</Link>
            {said.length > 0 && <span className="block sm mut">{said.join(", ")}</span>}
          </Node>
        )}
        <Node icon="list" when={t("plan", { date: formatDate(agreed ?? workshop.startDate, locale) })}>
          <Link href={plan}>
            {action.lead ? t("leads", { office: words(`plans.office.${action.lead}`) }) : t("nobody")}
          </Link>
          {action.due && (
            <span className="block sm mut">{t("due", { date: formatDate(action.due, locale) })}</span>
          )}
        </Node>
        <Node
          icon="camera"
          when={
            action.statusDate ? t("report", { date: formatDate(action.statusDate, locale) }) : t("noReport")
          }
        >
          {action.statusDate && <Link href={plan}>{words(`plans.status.${action.status}`)}</Link>}
        </Node>
        <Node icon="flag" when={t("today")} now>
          <b className="block">{t("late", { count: daysLate, n: number(daysLate) })}</b>
          {instructHref && (
            <ButtonLink small kind="pri" href={instructHref} className="noprint">
              {words("villages.instructShort")}
            </ButtonLink>
          )}
        </Node>
      </ol>
    </section>
  );
}

function Node({
  icon,
  when,
  now,
  children,
}: {
  icon: IconName;
  when: string;
  now?: boolean;
  children: ReactNode;
}) {
  return (
    <li className={now ? "now" : undefined}>
      <span className="trail-disc">
        <Icon name={icon} small />
      </span>
      <span className="block xs mut">{when}</span>
      {children}
    </li>
  );
}
