import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { WorkshopRows } from "@/components/villages/overview-cards";
import { VisitRows } from "@/components/villages/visit-rows";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { workshopsAndVisits } from "@/lib/villages/queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }> };

export default async function WorkshopsPage({ params }: Props) {
  const actor = await requireActor("record.read");
  const { head, workshops, visits, plan } = await pageRead(workshopsAndVisits(actor, (await params).code));
  const [locale, t] = [await getLocale(), await getTranslations("villages.workshops")];
  const title = t("title", { count: workshops.length, n: formatNumber(workshops.length, locale) });
  return (
    <PlaceFrame actor={actor} head={head} active="workshops">
      <PageHeader title={title} />
      <div className="village-grid">
        {workshops.length > 0 ? (
          <section className="card">
            <h2>{t("card")}</h2>
            <WorkshopRows head={head} workshops={workshops} />
          </section>
        ) : (
          <EmptyState title={title} />
        )}
        <section className="card">
          <h2>{t("visits")}</h2>
          <VisitRows
            plan={plan}
            visits={visits.filter(({ planId }) => planId === plan?.id)}
            today={today()}
          />
        </section>
      </div>
    </PlaceFrame>
  );
}
