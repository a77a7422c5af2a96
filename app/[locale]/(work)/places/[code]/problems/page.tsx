import { ProblemsView } from "@/components/villages/problems-view";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { meetingId } from "@/lib/problems/record-id";
import { villageProblems } from "@/lib/villages/workshop-queries";
import { PlaceFrame } from "../place-frame";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ workshop?: string }> };

export default async function ProblemsPage({ params, searchParams }: Props) {
  const actor = await requireActor("record.read");
  const village = await pageRead(villageProblems(actor, (await params).code, (await searchParams).workshop));
  const meeting = village.workshopId && (await meetingId(village.workshopId));
  return (
    <PlaceFrame actor={actor} head={village.head} active="problems">
      <ProblemsView village={village} meeting={meeting} />
    </PlaceFrame>
  );
}
