import { getLocale } from "next-intl/server";
import { NewLinkView } from "@/components/peers/new-link-view";
import { requireActor } from "@/lib/access/session";
import { whatWorked } from "@/lib/learning/queries";
import { learningWords } from "@/lib/learning/words";
import { peerWords } from "@/lib/peers/words";
import { problemCategories } from "@/lib/problems/schema";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ village?: string; theme?: string }> };

export default async function NewPeerLinkPage({ searchParams }: Props) {
  const actor = await requireActor("peer.record");
  const { village, theme: asked } = await searchParams;
  const theme = problemCategories.find((one) => one === asked) ?? problemCategories[0];
  const locale = await getLocale();
  const found = await whatWorked(actor, { category: theme, village });
  return (
    <Frame actor={actor} active="peers">
      <NewLinkView
        learning={found}
        theme={theme}
        words={await peerWords(locale)}
        cases={await learningWords(locale)}
      />
    </Frame>
  );
}
