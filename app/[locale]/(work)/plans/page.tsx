import { getLocale, getTranslations } from "next-intl/server";
import { DistrictActions } from "@/components/districts/district-actions";
import { DistrictChoice } from "@/components/districts/district-choice";
import { DistrictPromises } from "@/components/districts/district-promises";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { reviewedDistrict } from "@/lib/districts/choose";
import { districtReview } from "@/lib/districts/queries";
import { countActions, shownStatus, totalOf } from "@/lib/districts/summary";
import { formatNumber } from "@/lib/i18n/format";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string; status?: string }> };

const filters = ["late", "doing", "todo", "blocked", "done"] as const;

export default async function PlansPage({ searchParams }: Props) {
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
      <Frame actor={actor} active="plans">
        <DistrictChoice districts={districts} to="/plans" />
      </Frame>
    );
  }
  const review = await districtReview(actor, district.id);
  const counts = countActions(review.actions, today());
  const shown = review.actions.filter((action) => !status || shownStatus(action, today()) === status);
  const code = district.code ?? district.id;
  const n = (value: number) => formatNumber(value, locale);
  if (review.actions.length === 0) {
    return (
      <Frame actor={actor} active="plans">
        <EmptyState title={t("plans.empty")} why={t("villages.emptyWhy")} />
      </Frame>
    );
  }
  return (
    <Frame actor={actor} active="plans">
      <PageHeader title={t("plans.title", { late: n(counts.late), n: n(totalOf(counts)) })} />
      <nav className="chips mb-4 noprint" aria-label={t("plans.filter")}>
        <ChipLink href={`/plans?district=${code}`} current={!status}>
          {t("plans.all", { n: n(totalOf(counts)) })}
        </ChipLink>
        {filters.map((mark) => (
          <ChipLink key={mark} href={`/plans?district=${code}&status=${mark}`} current={status === mark}>
            {`${word(mark)} ${n(counts[mark])}`}
          </ChipLink>
        ))}
      </nav>
      <p role="status" className="sm mut">
        {t("plans.count", { count: shown.length, n: n(shown.length) })}
      </p>
      <DistrictActions actions={shown} villages={review.villages} today={today()} />
      {!status && review.promises.length > 0 && (
        <Card title={t("plans.promises")} className="mt-5">
          <DistrictPromises promises={review.promises} villages={review.villages} />
        </Card>
      )}
    </Frame>
  );
}
