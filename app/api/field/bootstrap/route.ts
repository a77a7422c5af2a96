import { hintWho } from "@/lib/access/who-hint";
import { route } from "@/lib/route";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import { phoneContact } from "@/lib/sync/contact";
import { countRequest } from "@/lib/sync/request";

export const dynamic = "force-dynamic";

export const GET = route(null, async (actor, request) => {
  await countRequest(actor, request);
  await phoneContact(actor, request);
  await hintWho(actor.userId);
  return Response.json(await bootstrapOf(actor), { headers: { "cache-control": "no-store" } });
});
