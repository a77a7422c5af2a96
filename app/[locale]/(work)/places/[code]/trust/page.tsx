import { VillageTrustView } from "@/components/trust/village-trust";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { villageTrust } from "@/lib/trust/queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }> };

export default async function TrustPage({ params }: Props) {
  const actor = await requireActor("trust.read");
  const trust = await pageRead(villageTrust(actor, (await params).code));
  return (
    <PlaceFrame actor={actor} head={trust.head} active="trust">
      <VillageTrustView trust={trust} />
    </PlaceFrame>
  );
}
