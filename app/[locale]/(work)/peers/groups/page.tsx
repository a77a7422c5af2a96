import { NetworksView } from "@/components/peers/networks-view";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { networksFor } from "@/lib/peers/network-queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ group?: string }> };

export default async function NetworksPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  return (
    <Frame actor={actor} active="peers">
      <NetworksView
        register={await networksFor(actor)}
        chosen={(await searchParams).group ?? null}
        mayRecord={can(actor, "peer.record")}
        today={today()}
      />
    </Frame>
  );
}
