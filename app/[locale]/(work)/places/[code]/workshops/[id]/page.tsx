import { WorkshopView } from "@/components/villages/workshop-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { whereaboutsOfHead } from "@/lib/villages/place-head";
import { workshopPage } from "@/lib/villages/workshop-queries";
import { PlaceFrame } from "../../place-frame";

type Props = { params: Promise<{ code: string; id: string }> };

export default async function WorkshopOfPlacePage({ params }: Props) {
  const actor = await requireActor("record.read");
  const { code, id } = await params;
  const page = await pageRead(workshopPage(actor, code, id));
  const mayReadHistory = can(actor, "history.read", whereaboutsOfHead(page.head));
  return (
    <PlaceFrame actor={actor} head={page.head} active="workshops">
      <WorkshopView page={page} mayReadHistory={mayReadHistory} />
    </PlaceFrame>
  );
}
