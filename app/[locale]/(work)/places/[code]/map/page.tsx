import { ClientMessages } from "@/components/shell/client-messages";
import { MapsView } from "@/components/villages/maps-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { whereaboutsOfHead } from "@/lib/villages/place-head";
import { villageMaps } from "@/lib/villages/workshop-queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ workshop?: string }> };

export default async function MapPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const village = await pageRead(villageMaps(actor, (await params).code, (await searchParams).workshop));
  const here = whereaboutsOfHead(village.head);
  const rights = {
    withSensitive: can(actor, "feature.readSensitive", here),
    mayRecord: can(actor, "workshop.record", here),
  };
  return (
    <PlaceFrame actor={actor} head={village.head} active="map">
      <ClientMessages domains={["maps"]}>
        <MapsView village={village} rights={rights} />
      </ClientMessages>
    </PlaceFrame>
  );
}
