import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FoundPlaces } from "@/components/places/found-places";
import { PlaceSearch } from "@/components/places/place-search";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { type FoundPlace, searchPlaces } from "@/lib/places/search-queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("search") };
}

/** Where the reader may go on to; names of other places are no secret, what is recorded there is. */
function addressOf(actor: Actor, place: FoundPlace): string | null {
  if (can(actor, "place.manage")) return `/admin/places/${place.code}`;
  const { id, level, districtId } = place;
  const here = { districtId, villageId: level === "village" ? id : null };
  const own = actor.assignments.some((assignment) => assignment.placeId === id);
  return own || can(actor, "record.read", here) ? `/places/${place.code}` : null;
}

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const text = String((await searchParams).q ?? "")
    .slice(0, 80)
    .trim();
  const [found, t, locale] = await Promise.all([
    text ? searchPlaces(actor, text) : [],
    getTranslations("places.list"),
    getLocale(),
  ]);
  const rows = found.map((place) => ({ ...place, href: addressOf(actor, place) }));
  const title = text ? t("found", { n: formatNumber(found.length, locale), text }) : t("search");
  return (
    <Frame actor={actor}>
      <PageHeader title={title} />
      <div className="stack">
        <PlaceSearch text={text} />
        {text && rows.length === 0 && <EmptyState title={t("foundNone", { text })} why={t("foundNoneWhy")} />}
        {rows.length > 0 && <FoundPlaces places={rows} />}
      </div>
    </Frame>
  );
}
