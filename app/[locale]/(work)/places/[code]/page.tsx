import { AreaView } from "@/components/villages/area-view";
import { VillageView } from "@/components/villages/village-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { meetingId } from "@/lib/problems/record-id";
import { whereaboutsOfHead } from "@/lib/villages/place-head";
import { placePage } from "@/lib/villages/queries";
import { PlaceFrame } from "./place-frame";

type Props = { params: Promise<{ code: string }> };

export default async function PlacePage({ params }: Props) {
  const actor = await requireActor();
  const { village, area } = await pageRead(placePage(actor, (await params).code));
  if (area) {
    const mayReview = can(actor, "district.review", whereaboutsOfHead(area.head));
    return (
      <PlaceFrame actor={actor} head={area.head}>
        <AreaView area={area} mayReview={mayReview} />
      </PlaceFrame>
    );
  }
  const where = whereaboutsOfHead(village.head);
  const meeting = village.workshop && (await meetingId(village.workshop.id));
  const rights = {
    instruct: can(actor, "instruction.give", where),
    record: can(actor, "workshop.record", where),
    peers: can(actor, "peer.record", where),
  };
  return (
    <PlaceFrame actor={actor} head={village.head} active="overview">
      <VillageView overview={village} meeting={meeting} rights={rights} today={today()} />
    </PlaceFrame>
  );
}
