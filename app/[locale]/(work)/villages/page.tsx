import { getLocale, getTranslations } from "next-intl/server";
import { DistrictChoice } from "@/components/districts/district-choice";
import { VillagesTable } from "@/components/districts/villages-table";
import { WhereMap } from "@/components/districts/where-map";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { districtReview } from "@/lib/districts/queries";
import { byVillage, markOf, urgencyOf, type VillageMark } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; status?: string }> };

const filters = ["late", "soon", "doing", "done", "nodata"] as const satisfies VillageMark[];

export default async function VillagesPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const { district: asked, status } = await searchParams;
  const { districts, district } = await reviewedDistrict(actor, asked);
  const [locale, t, word] = [
    await getLocale(),
    await getTranslations("districts"),
    await getTranslations("status"),
  ];
  if (!district) {
    return (
      <Frame actor={actor} active="villages">
        <DistrictChoice districts={districts} to="/villages" />
      </Frame>
    );
  }
  const review = await districtReview(actor, district.id);
  const groups = byVillage(review.actions);
  const all = review.villages
    .map((village) => ({ village, actions: groups.get(village.id) ?? [] }))
    .map((row) => ({ ...row, mark: markOf(row.village, row.actions, today()) }))
    .sort((a, b) => urgencyOf(a.mark) - urgencyOf(b.mark));
  const rows = all.filter(({ mark }) => !status || mark === status);
  const code = district.code ?? district.id;
  const count = (n: number) => ({ count: n, n: formatNumber(n, locale) });
  return (
    <Frame actor={actor} active="villages">
      <PageHeader title={t("villages.title", count(all.length))} />
      <nav className="chips mb-4 noprint" aria-label={t("villages.filter")}>
        <ChipLink href={`/villages?district=${code}`} current={!status}>
          {t("villages.filterAll")}
        </ChipLink>
        {filters.map((mark) => (
          <ChipLink key={mark} href={`/villages?district=${code}&status=${mark}`} current={status === mark}>
            {word(mark)}
          </ChipLink>
        ))}
      </nav>
      <p role="status" className="sm mut">
        {t("villages.count", count(rows.length))}
      </p>
      <div className="aside-grid">
        <Card>
          {rows.length > 0 ? (
            <VillagesTable rows={rows} today={today()} />
          ) : (
            <EmptyState title={t("villages.count", count(0))} why={t("villages.emptyWhy")} />
          )}
        </Card>
        <Card title={t("where.title")}>
          <WhereMap
            villages={rows.map(({ village, mark }) => ({ ...village, mark, number: null }))}
            boundary={review.boundary}
            listHref={`/villages?district=${code}`}
          />
        </Card>
      </div>
    </Frame>
  );
}
