import { changeLimits } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/route";
import { phoneContact } from "@/lib/sync/contact";
import { changesSince, exchangeVerbs } from "@/lib/sync/outgoing";
import { receiveChanges } from "@/lib/sync/receive";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { PullQuery, PushRequest } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

const fresh = { headers: { "cache-control": "no-store" } };

/** A phone sends its changes; each is answered on its own. */
export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  const way = await phoneContact(actor, request);
  const sent = await jsonOf(request, PushRequest, changeLimits.requestBytes);
  return Response.json(await receiveChanges(actor, sent, way), fresh);
});

/** A phone asks what changed in one of its districts. */
export const GET = route(exchangeVerbs, async (actor, request) => {
  await countRequest(actor, request);
  await phoneContact(actor, request);
  const asked = PullQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new AppError("invalid");
  return Response.json(await changesSince(actor, asked.data), fresh);
});
