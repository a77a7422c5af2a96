import { getLocale } from "next-intl/server";
import { LinkView } from "@/components/peers/link-view";
import { can } from "@/lib/access/can";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { peerLink } from "@/lib/peers/queries";
import { peerWords } from "@/lib/peers/words";
import { Frame } from "../../frame";

type Props = { params: Promise<{ id: string }> };

export default async function PeerLinkPage({ params }: Props) {
  const actor = await requireActor("record.read");
  const line = await pageRead(peerLink(actor, (await params).id));
  const where = { districtId: line.districtId, villageId: line.learner.id };
  return (
    <Frame actor={actor} active="peers">
      <LinkView
        line={line}
        words={await peerWords(await getLocale())}
        mayRecord={can(actor, "peer.record", where)}
      />
    </Frame>
  );
}
