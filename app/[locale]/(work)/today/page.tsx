import { getLocale, getTranslations } from "next-intl/server";
import { ActionsByLevel } from "@/components/districts/actions-by-level";
import { AttentionList } from "@/components/districts/attention-list";
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
import { now, today } from "@/lib/clock";
import { ATTENTION_MAX, attentionList } from "@/lib/districts/attention";
import { reviewedDistrict } from "@/lib/districts/choose";
import { districtReview } from "@/lib/districts/queries";
import { byVillage, markOf, urgencyOf } from "@/lib/districts/summary";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function TodayPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { districts, district } = await reviewedDistrict(actor, (await searchParams).district);
  const [locale, t] = [await getLocale(), await getTranslations("districts")];
  if (!district) {
    return (
      <Frame actor={actor} active="today">
        <DistrictChoice districts={districts} to="/today" />
      </Frame>
    );
  }
  const review = await districtReview(actor, district.id);
  const all = attentionList(review, today());
  const shown = all.slice(0, ATTENTION_MAX);
  const groups = byVillage(review.actions);
  const rows = review.villages
    .map((village) => ({ village, actions: groups.get(village.id) ?? [] }))
    .map((row) => ({ ...row, mark: markOf(row.village, row.actions, today()) }))
    .sort((a, b) => urgencyOf(a.mark) - urgencyOf(b.mark));
  const points = rows.map(({ village, mark }) => {
    const number = shown.findIndex(({ villageId }) => villageId === village.id) + 1;
    return { ...village, mark, number: number || null };
  });
  const code = district.code ?? district.id;
  const mayInstruct = can(actor, "instruction.give", { districtId: district.id, villageId: null });
  const days = { days: formatNumber(review.escalation.governorDays, locale) };
  const count = (n: number) => ({ count: n, n: formatNumber(n, locale) });
  return (
    <Frame actor={actor} active="today">
      <KeepPage reader={actor.userId} />
      <PageHeader
        title={t("today.title", count(all.length))}
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
              <AttentionList
                entries={shown}
                villages={review.villages}
                district={code}
                mayInstruct={mayInstruct}
              />
            ) : (
              <p>{t("today.emptyWhy", days)}</p>
            )}
            {all.length > shown.length && (
              <p className="sm">{t("today.more", { n: formatNumber(all.length - shown.length, locale) })}</p>
            )}
            <p className="xs mut">{t("today.rule", days)}</p>
          </Card>
          <ActionsByLevel actions={review.actions} today={today()} />
        </div>
        <div className="stack">
          <Card title={t("where.title")}>
            <WhereMap villages={points} boundary={review.boundary} listHref={`/villages?district=${code}`} />
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
            {t("villages.all", { n: formatNumber(rows.length, locale) })}
          </ButtonLink>
        )}
      </Card>
    </Frame>
  );
}
