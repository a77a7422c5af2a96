import { getLocale, getTranslations } from "next-intl/server";
import { FacilityFacts, ServedVillages } from "@/components/places/facility-cards";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { facilityPage } from "@/lib/places/facility-queries";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function FacilityPage({ params }: Props) {
  const actor = await requireActor();
  const facility = await pageRead(facilityPage(actor, (await params).id));
  const [t, locale] = [await getTranslations("places.facility"), await getLocale()];
  return (
    <Frame actor={actor} active="places">
      <PageHeader
        title={placeName(facility, locale)}
        lead={[
          t(`type.${facility.type}`),
          placeName(facility.district, locale),
          placeName(facility.province, locale),
        ].join(" · ")}
        action={<ButtonLink href="/facilities">{t("all")}</ButtonLink>}
      />
      <div className="stack">
        {facility.ended && (
          <Notice icon="info">{t("ended", { date: formatDate(facility.ended, locale) })}</Notice>
        )}
        <FacilityFacts facility={facility} />
        <ServedVillages served={facility.served} />
      </div>
    </Frame>
  );
}
