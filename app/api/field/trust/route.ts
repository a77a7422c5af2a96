import { route } from "@/lib/route";
import { phoneContact } from "@/lib/sync/contact";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { receiveBatch } from "@/lib/trust/commands";
import { deliveryBytes, TrustDelivery } from "@/lib/trust/schema";

export const dynamic = "force-dynamic";

/** Sealed trust interviews, shuffled; the batch's record was sent before them. */
export const POST = route("trust.record", async (actor, request) => {
  await countRequest(actor, request);
  await phoneContact(actor, request);
  const delivery = await jsonOf(request, TrustDelivery, deliveryBytes);
  return Response.json(await receiveBatch(actor, delivery), { headers: { "cache-control": "no-store" } });
});
