import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EventForm } from "@/components/places/event-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { placeSurroundings } from "@/lib/places/record-queries";
import { Frame } from "../../../../frame";

type Props = { params: Promise<{ code: string }> };

export default async function ChangePage({ params }: Props) {
  const actor = await requireActor("place.manage");
  const known = await placeSurroundings(actor, decodeURIComponent((await params).code));
  if (!known || known.place.validTo !== null) notFound();
  const { place, path, siblings, children, holders } = known;
  const [t, locale] = [await getTranslations("places.event"), await getLocale()];
  const option = (one: { id: string; nameLo: string; nameEn: string }) => ({
    value: one.id,
    label: placeName(one, locale),
  });
  const inside = (one: (typeof holders)[number]) => ({
    value: one.id,
    label: [
      placeName(one, locale),
      one.inLo && placeName({ nameLo: one.inLo, nameEn: one.inEn ?? "" }, locale),
    ]
      .filter(Boolean)
      .join(", "),
  });
  return (
    <Frame
      actor={actor}
      active="places"
      path={path.map((step) => ({ name: placeName(step, locale), href: `/admin/places/${step.code}` }))}
    >
      <PageHeader title={t("title", { place: placeName(place, locale) })} lead={t("lead")} />
      <ClientMessages domains={["places"]}>
        <EventForm
          place={{
            id: place.id,
            code: place.code ?? "",
            level: place.level,
            nameLo: place.nameLo,
            nameEn: place.nameEn,
          }}
          siblings={siblings.map(option)}
          childPlaces={children.map(option)}
          holders={holders.filter((one) => one.id !== place.parentId && one.id !== place.id).map(inside)}
          eventId={randomUUID()}
          newId={randomUUID()}
          today={today()}
        />
      </ClientMessages>
    </Frame>
  );
}
