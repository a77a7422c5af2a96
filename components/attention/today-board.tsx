import { useLocale, useTranslations } from "next-intl";
import type { Watched } from "@/lib/attention/queries";
import { REST_DAYS } from "@/lib/attention/responses";
import { ANSWER_DAYS, ATTENTION_MAX } from "@/lib/attention/rules";
import { byVillage, markOf, urgencyOf } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { LastDialogue } from "../dialogues/last-dialogue";
import { ActionsByLevel } from "../districts/actions-by-level";
import { VillagesTable } from "../districts/villages-table";
import { WhereMap } from "../districts/where-map";
import { InstructionList } from "../instructions/instruction-list";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Link } from "../ui/link";
import { AttentionList } from "./attention-list";
import { SignalChart } from "./signal-chart";

type Props = {
  watched: Watched;
  /** The district's code. */
  district: string;
  mayInstruct: boolean;
  today: string;
};

/** The list, the map and what was instructed, side by side on a desk. */
export function TodayBoard({ watched, district, mayInstruct, today }: Props) {
  const t = useTranslations("districts");
  const words = useTranslations("attention");
  const locale = useLocale();
  const { review, watch } = watched;
  const { open, waiting, came } = watched.attention;
  const shown = open.slice(0, ATTENTION_MAX);
  const given = { today, villages: review.villages, facilities: watch.facilities };
  const signal = shown.map(({ entry }) => entry).find((entry) => entry.kind === "signal");
  const n = (value: number) => formatNumber(value, locale);
  const days = { days: n(review.escalation.governorDays), answer: n(ANSWER_DAYS), rest: n(REST_DAYS) };
  const count = { count: open.length, n: n(open.length) };
  const numbersOf = (id: string) =>
    shown.flatMap(({ entry }, at) => (entry.villageId === id || entry.facilityId === id ? [at + 1] : []));
  return (
    <>
      <div className="stack">
        <Card>
          {shown.length > 0 ? (
            <AttentionList standings={shown} {...{ given, mayInstruct, district }} />
          ) : (
            <p>{words("nothing", days)}</p>
          )}
          {open.length + waiting.length + came.length > 0 && (
            <p className="mt-2">
              <Link href={`/attention?district=${district}`}>{words("all", count)}</Link>
            </p>
          )}
          <p className="xs mut">{words("rule", days)}</p>
        </Card>
        {signal && (
          <Card>
            <SignalChart series={signal.series} given={given} />
          </Card>
        )}
        <ActionsByLevel actions={review.actions} today={today} />
      </div>
      <div className="stack">
        <Card title={t("where.title")}>
          <WhereMap
            villages={villageRows(watched, today).map(({ village, mark }) => ({
              ...village,
              mark,
              numbers: numbersOf(village.id),
            }))}
            centres={watch.facilities.map((centre) => ({ ...centre, numbers: numbersOf(centre.id) }))}
            boundary={review.boundary}
            listHref={`/villages?district=${district}`}
          />
        </Card>
        <LastDialogue dialogue={watch.dialogue} today={today} />
        <InstructionList instructions={review.instructions.slice(0, 5)} district={district} />
      </div>
    </>
  );
}

const FIRST = 10;

/** The most urgent villages; the rest behind a link. */
export function TodayVillages({ watched, district, today }: Omit<Props, "mayInstruct">) {
  const t = useTranslations("districts.villages");
  const locale = useLocale();
  const rows = villageRows(watched, today);
  const n = formatNumber(rows.length, locale);
  return (
    <Card title={t("heading")} className="mt-5">
      {rows.length > 0 ? (
        <VillagesTable rows={rows.slice(0, FIRST)} today={today} />
      ) : (
        <EmptyState title={t("title", { count: 0, n: formatNumber(0, locale) })} why={t("emptyWhy")} />
      )}
      {rows.length > FIRST && (
        <ButtonLink href={`/villages?district=${district}`} kind="quiet">
          {t("all", { n })}
        </ButtonLink>
      )}
    </Card>
  );
}

function villageRows({ review }: Watched, today: string) {
  const groups = byVillage(review.actions);
  return review.villages
    .map((village) => ({ village, actions: groups.get(village.id) ?? [] }))
    .map((row) => ({ ...row, mark: markOf(row.village, row.actions, today) }))
    .sort((a, b) => urgencyOf(a.mark) - urgencyOf(b.mark));
}
