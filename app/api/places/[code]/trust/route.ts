import { today } from "@/lib/clock";
import { route } from "@/lib/route";
import { villageTrust } from "@/lib/trust/queries";
import { villageCsv } from "@/lib/trust/trust-csv";

/** What the village's page of trust shows, as CSV. */
export const GET = route<{ code: string }>("trust.read", async (actor, _request, { code }) => {
  const trust = await villageTrust(actor, code);
  return new Response(villageCsv(trust), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="connect-trust-${trust.head.code ?? "village"}-${today()}.csv"`,
      "cache-control": "no-store",
    },
  });
});
