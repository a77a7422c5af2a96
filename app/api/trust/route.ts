import { today } from "@/lib/clock";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";
import { trustSummary } from "@/lib/trust/queries";
import { trustSummaryRows } from "@/lib/trust/trust-file";

/** What the page of trust over several villages shows: `?district=&format=csv|xlsx`. */
export const GET = route("trust.summary", async (actor, request) => {
  const asked = fileAsked(request);
  const summary = await trustSummary(actor, asked.query.district ?? null);
  return tableFile(`trust-${summary.area?.code ?? "all"}`, trustSummaryRows(summary, today()), asked);
});
