import { SummaryView } from "@/components/trust/summary-view";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { trustSummary } from "@/lib/trust/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ district?: string }> };

export default async function TrustSummaryPage({ searchParams }: Props) {
  const actor = await requireActor("trust.summary");
  const summary = await pageRead(trustSummary(actor, (await searchParams).district ?? null));
  return (
    <Frame actor={actor} active="trust">
      <SummaryView summary={summary} />
    </Frame>
  );
}
