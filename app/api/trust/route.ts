import { today } from "@/lib/clock";
import { route } from "@/lib/route";
import { trustSummary } from "@/lib/trust/queries";
import { summaryCsv } from "@/lib/trust/trust-csv";

/** What the page of trust over several villages shows, as CSV; `?district=` names one. */
export const GET = route("trust.summary", async (actor, request) => {
  const summary = await trustSummary(actor, new URL(request.url).searchParams.get("district"));
  return new Response(summaryCsv(summary), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="connect-trust-${summary.area?.code ?? "all"}-${today()}.csv"`,
      "cache-control": "no-store",
    },
  });
});
