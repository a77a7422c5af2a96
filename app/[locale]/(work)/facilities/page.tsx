import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FacilityRows } from "@/components/places/facility-rows";
import { PlaceSearch } from "@/components/places/place-search";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { facilitiesPerPage, facilityList } from "@/lib/places/facility-queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ q?: string; district?: string; page?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places.facility"))("listTitle") };
}

export default async function FacilitiesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = await searchParams;
  const text = String(asked.q ?? "")
    .slice(0, 80)
    .trim();
  const district = String(asked.district ?? "").slice(0, 40);
  const page = Math.min(Math.max(0, Math.trunc(Number(asked.page) || 0)), 1000);
  const { facilities, found } = await pageRead(facilityList(actor, { text, district, page }));
  const [t, list, locale] = [
    await getTranslations("places.facility"),
    await getTranslations("places.list"),
    await getLocale(),
  ];
  const to = (next: number) =>
    `/facilities?${new URLSearchParams({ q: text, district, page: String(next) })}`;
  return (
    <Frame actor={actor} active="places">
      <PageHeader title={t("title", { count: found, n: formatNumber(found, locale) })} lead={t("lead")} />
      <div className="stack">
        <PlaceSearch text={text} label={t("search")} also={{ district }} />
        {district && (
          <ButtonLink href={`/facilities?q=${encodeURIComponent(text)}`}>{t("everywhere")}</ButtonLink>
        )}
        {facilities.length > 0 ? (
          <FacilityRows facilities={facilities} />
        ) : (
          <EmptyState title={t("none")} why={t("noneWhy")} />
        )}
        <div className="row wrap">
          {page > 0 && <ButtonLink href={to(page - 1)}>{list("previous")}</ButtonLink>}
          {(page + 1) * facilitiesPerPage < found && (
            <ButtonLink href={to(page + 1)}>{list("next")}</ButtonLink>
          )}
        </div>
      </div>
    </Frame>
  );
}
