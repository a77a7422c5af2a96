import { getLocale, getTranslations } from "next-intl/server";
import { TotalsWarnings } from "@/components/indicators/totals-warnings";
import { VillageIndicatorCards } from "@/components/indicators/village-indicators";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import { firstDay } from "@/lib/indicators/months";
import { villageIndicators } from "@/lib/indicators/place-queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }> };

export default async function VillageIndicatorsPage({ params }: Props) {
  const actor = await requireActor("record.read");
  const page = await pageRead(villageIndicators(actor, (await params).code));
  const t = await getTranslations("indicators.village");
  const locale = await getLocale();
  const { head, end, rows, elements, warnings, reported } = page;
  const any = rows.some(({ year, centres }) => year.rate.months > 0 || centres.length > 0);
  return (
    <PlaceFrame actor={actor} head={head} active="indicators">
      <PageHeader
        title={t("title", { name: villageName(head, locale), k: formatNumber(reported, locale) })}
        lead={t("lead", { month: formatDate(firstDay(end), locale, "month") })}
      />
      <div className="stack">
        <TotalsWarnings warnings={warnings} elements={elements} />
        {any ? <VillageIndicatorCards rows={rows} /> : <EmptyState title={t("none")} why={t("noneWhy")} />}
      </div>
    </PlaceFrame>
  );
}
