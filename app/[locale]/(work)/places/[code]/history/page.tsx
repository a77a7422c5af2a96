import { HistoryView } from "@/components/history/history-view";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { placeHistory } from "@/lib/history/queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ subject?: string }> };

export default async function HistoryPage({ params, searchParams }: Props) {
  const actor = await requireActor("history.read");
  const history = await pageRead(placeHistory(actor, (await params).code, (await searchParams).subject));
  return (
    <PlaceFrame actor={actor} head={history.head} active="history">
      <HistoryView history={history} />
    </PlaceFrame>
  );
}
