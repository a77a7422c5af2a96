import { recoverKey } from "@/lib/access/recovery";
import { currentSession } from "@/lib/access/session";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/route";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { RecoveryRequest } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

/** The key of one's own phone whose PIN is forgotten, for the password. */
export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  const asked = await jsonOf(request, RecoveryRequest, 8192);
  const session = await currentSession();
  if (!session) throw new AppError("unauthenticated");
  const key = await recoverKey(actor, { ...asked, token: session.token });
  return Response.json({ key }, { headers: { "cache-control": "no-store" } });
});
