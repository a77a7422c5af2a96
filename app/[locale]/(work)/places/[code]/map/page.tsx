import { MapsView } from "@/components/villages/maps-view";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { villageMaps } from "@/lib/villages/workshop-queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ workshop?: string }> };

export default async function MapPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const village = await pageRead(villageMaps(actor, (await params).code, (await searchParams).workshop));
  return (
    <PlaceFrame actor={actor} head={village.head} active="map">
      <MapsView village={village} />
    </PlaceFrame>
  );
}
