import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/places/change-list";
import { PlaceList } from "@/components/places/place-list";
import { PlaceSearch } from "@/components/places/place-search";
import { ReviewList } from "@/components/places/review-list";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { placesToReview, placeTotals, recentPlaceChanges } from "@/lib/places/admin-queries";
import { provincesAndDistricts } from "@/lib/places/queries";
import { searchPlaces } from "@/lib/places/search-queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ q?: string; review?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("places") };
}

export default async function PlacesPage({ searchParams }: Props) {
  const actor = await requireActor("place.manage");
  const { q = "", review } = await searchParams;
  const [totals, t, facility, locale] = await Promise.all([
    placeTotals(actor),
    getTranslations("places.list"),
    getTranslations("places.facility"),
    getLocale(),
  ]);
  const counted = Object.fromEntries(
    Object.entries(totals).map(([name, count]) => [name, formatNumber(count, locale)]),
  ) as Record<keyof typeof totals, string>;
  const text = String(q).slice(0, 80).trim();
  return (
    <Frame actor={actor} active="places">
      <PageHeader title={t("title", counted)} lead={t("lead", counted)} />
      <div className="stack">
        <PlaceSearch text={text} />
        <div className="row wrap">
          <ChipLink href="/admin/places" current={!text && review === undefined}>
            {t("provinces")}
          </ChipLink>
          <ChipLink href="/admin/places?review=0" current={review !== undefined}>
            {`${t("review")} · ${counted.review}`}
          </ChipLink>
          <ChipLink href="/facilities">{facility("listTitle")}</ChipLink>
        </div>
        {text ? (
          <Found actor={actor} text={text} />
        ) : review !== undefined ? (
          <Review actor={actor} page={Number(review) || 0} />
        ) : (
          <Overview actor={actor} />
        )}
      </div>
    </Frame>
  );
}

async function Found({ actor, text }: { actor: Actor; text: string }) {
  const [found, t, locale] = await Promise.all([
    searchPlaces(actor, text),
    getTranslations("places.list"),
    getLocale(),
  ]);
  if (found.length === 0) return <EmptyState title={t("foundNone", { text })} why={t("foundNoneWhy")} />;
  const inside = (place: (typeof found)[number]) =>
    [
      place.level !== "district" &&
        placeName({ nameLo: place.districtLo ?? "", nameEn: place.districtEn ?? "" }, locale),
      place.level !== "province" &&
        placeName({ nameLo: place.provinceLo ?? "", nameEn: place.provinceEn ?? "" }, locale),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <>
      <p role="status">{t("found", { n: formatNumber(found.length, locale), text })}</p>
      <PlaceList places={found.map((place) => ({ ...place, inside: inside(place) }))} />
    </>
  );
}

async function Review({ actor, page }: { actor: Actor; page: number }) {
  const [rows, t] = await Promise.all([placesToReview(actor, page), getTranslations("places.list")]);
  return (
    <>
      <p>{t("reviewLead")}</p>
      <ReviewList rows={rows} />
      <div className="row wrap">
        {page > 0 && <ButtonLink href={`/admin/places?review=${page - 1}`}>{t("previous")}</ButtonLink>}
        {rows.length === 50 && <ButtonLink href={`/admin/places?review=${page + 1}`}>{t("next")}</ButtonLink>}
      </div>
    </>
  );
}

async function Overview({ actor }: { actor: Actor }) {
  const [places, changes, t] = await Promise.all([
    provincesAndDistricts(actor),
    recentPlaceChanges(actor),
    getTranslations("places.list"),
  ]);
  return (
    <>
      <Card title={t("changes")}>
        <ChangeList changes={changes} />
      </Card>
      <PlaceList places={places.filter((place) => place.level === "province")} />
    </>
  );
}
