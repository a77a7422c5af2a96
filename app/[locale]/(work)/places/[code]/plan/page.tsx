import { PlanView } from "@/components/villages/plan-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { whereaboutsOfHead } from "@/lib/villages/place-head";
import { villagePlan } from "@/lib/villages/queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ plan?: string }> };

export default async function PlanPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const village = await pageRead(villagePlan(actor, (await params).code, (await searchParams).plan ?? null));
  const where = whereaboutsOfHead(village.head);
  const mayReadHistory = can(actor, "history.read", where);
  const mayModerate = can(actor, "voice.moderate", { ...where, villageId: null });
  return (
    <PlaceFrame actor={actor} head={village.head} active="plan">
      <PlanView village={village} mayReadHistory={mayReadHistory} mayModerate={mayModerate} today={today()} />
    </PlaceFrame>
  );
}
