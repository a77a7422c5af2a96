import { route } from "@/lib/route";
import { takeReport } from "@/lib/sync/contact";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { PhoneReport } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

/** A phone tells how much waits on it. */
export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  await takeReport(actor, await jsonOf(request, PhoneReport, 4096));
  return Response.json({ status: "noted" }, { headers: { "cache-control": "no-store" } });
});
