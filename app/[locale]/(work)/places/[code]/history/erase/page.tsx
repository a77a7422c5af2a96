import { notFound } from "next/navigation";
import { EraseView } from "@/components/history/erase-view";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { erasureOf } from "@/lib/history/erase-commands";
import { PlaceFrame } from "../../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ subject?: string }> };

export default async function ErasePage({ params, searchParams }: Props) {
  const actor = await requireActor("record.erase");
  const { subject } = await searchParams;
  if (!subject) notFound();
  const erasure = await pageRead(erasureOf(actor, (await params).code, subject));
  return (
    <PlaceFrame actor={actor} head={erasure.head} active="history">
      <EraseView erasure={erasure} />
    </PlaceFrame>
  );
}
