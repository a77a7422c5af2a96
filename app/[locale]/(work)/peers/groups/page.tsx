import { NetworksView } from "@/components/peers/networks-view";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { networksFor } from "@/lib/peers/network-queries";
import { Frame } from "../../frame";

export default async function NetworksPage() {
  const actor = await requireActor("record.read");
  return (
    <Frame actor={actor} active="peers">
      <NetworksView
        register={await networksFor(actor)}
        mayRecord={can(actor, "peer.record")}
        today={today()}
      />
    </Frame>
  );
}
