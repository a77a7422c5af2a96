import { getLocale, getTranslations } from "next-intl/server";
import { AttentionList } from "@/components/attention/attention-list";
import { SignalChart } from "@/components/attention/signal-chart";
import { ActionsByLevel } from "@/components/districts/actions-by-level";
import { DistrictChoice } from "@/components/districts/district-choice";
import { VillagesTable } from "@/components/districts/villages-table";
import { WhereMap } from "@/components/districts/where-map";
import { InstructionList } from "@/components/instructions/instruction-list";
import { KeepPage } from "@/components/shell/keep-page";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { watchedDistrict } from "@/lib/attention/queries";
import { attentionOf, REST_DAYS } from "@/lib/attention/responses";
import { ANSWER_DAYS, ATTENTION_MAX } from "@/lib/attention/rules";
import { now, today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { byVillage, markOf, urgencyOf } from "@/lib/districts/summary";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { Link } from "@/lib/i18n/navigation";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function TodayPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  const [locale, t, words] = [
    await getLocale(),
    await getTranslations("districts"),
    await getTranslations("attention"),
  ];
  if (!district) {
    return (
      <Frame actor={actor} active="today">
        <DistrictChoice districts={districts} to="/today" />
      </Frame>
    );
  }
  const watched = await watchedDistrict(actor, district.id);
  const { review, watch } = watched;
  const { open, waiting, came } = attentionOf({ ...watched, districtId: district.id, today: today() });
  const shown = open.slice(0, ATTENTION_MAX);
  const groups = byVillage(review.actions);
  const numbersOf = (id: string) =>
    shown.flatMap(({ entry }, at) => (entry.villageId === id || entry.facilityId === id ? [at + 1] : []));
  const rows = review.villages
    .map((village) => ({ village, actions: groups.get(village.id) ?? [] }))
    .map((row) => ({ ...row, mark: markOf(row.village, row.actions, today()) }))
    .sort((a, b) => urgencyOf(a.mark) - urgencyOf(b.mark));
  const code = district.code ?? district.id;
  const given = { today: today(), villages: review.villages, facilities: watch.facilities };
  const signal = shown.map(({ entry }) => entry).find((entry) => entry.kind === "signal");
  const n = (value: number) => formatNumber(value, locale);
  const days = { days: n(review.escalation.governorDays), answer: n(ANSWER_DAYS), rest: n(REST_DAYS) };
  const count = (value: number) => ({ count: value, n: n(value) });
  const mayInstruct = can(actor, "instruction.give", { districtId: district.id, villageId: null });
  return (
    <Frame actor={actor} active="today">
      <KeepPage reader={actor.userId} />
      <PageHeader
        title={words("title", count(open.length))}
        lead={t("today.lead", { ...count(rows.length), date: formatDateTime(now(), locale) })}
        action={
          <ButtonLink href={`/brief?district=${code}`} icon="print">
            {t("today.brief")}
          </ButtonLink>
        }
      />
      <div className="aside-grid">
        <div className="stack">
          <Card>
            {shown.length > 0 ? (
              <AttentionList standings={shown} {...{ given, mayInstruct }} district={code} />
            ) : (
              <p>{words("nothing", days)}</p>
            )}
            {open.length + waiting.length + came.length > 0 && (
              <p className="mt-2">
                <Link href={`/attention?district=${code}`}>{words("all", count(open.length))}</Link>
              </p>
            )}
            <p className="xs mut">{words("rule", days)}</p>
          </Card>
          {signal && (
            <Card>
              <SignalChart series={signal.series} given={given} />
            </Card>
          )}
          <ActionsByLevel actions={review.actions} today={today()} />
        </div>
        <div className="stack">
          <Card title={t("where.title")}>
            <WhereMap
              villages={rows.map(({ village, mark }) => ({
                ...village,
                mark,
                numbers: numbersOf(village.id),
              }))}
              centres={watch.facilities.map((centre) => ({ ...centre, numbers: numbersOf(centre.id) }))}
              boundary={review.boundary}
              listHref={`/villages?district=${code}`}
            />
          </Card>
          <InstructionList instructions={review.instructions.slice(0, 5)} district={code} />
        </div>
      </div>
      <Card title={t("villages.heading")} className="mt-5">
        {rows.length > 0 ? (
          <VillagesTable rows={rows.slice(0, 10)} today={today()} />
        ) : (
          <EmptyState title={t("villages.title", count(0))} why={t("villages.emptyWhy")} />
        )}
        {rows.length > 10 && (
          <ButtonLink href={`/villages?district=${code}`} kind="quiet">
            {t("villages.all", { n: n(rows.length) })}
          </ButtonLink>
        )}
      </Card>
    </Frame>
  );
}
