import { getLocale } from "next-intl/server";
import { PeersView } from "@/components/peers/peers-view";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { peerLinksFor } from "@/lib/peers/queries";
import { peerWords } from "@/lib/peers/words";
import { problemCategories } from "@/lib/problems/schema";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ theme?: string }> };

export default async function PeersPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  const { theme } = await searchParams;
  const words = await peerWords(await getLocale());
  return (
    <Frame actor={actor} active="peers">
      <PeersView
        lines={await peerLinksFor(actor, null)}
        chosen={problemCategories.find((one) => one === theme) ?? null}
        words={words}
        mayRecord={can(actor, "peer.record")}
      />
    </Frame>
  );
}
