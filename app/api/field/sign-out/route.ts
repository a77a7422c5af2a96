import { cookies } from "next/headers";
import { currentSession } from "@/lib/access/session";
import { signInSettings } from "@/lib/access/settings";
import { signOutToken } from "@/lib/access/sign-in";
import { hintWho } from "@/lib/access/who-hint";
import { route } from "@/lib/route";
import { countRequest } from "@/lib/sync/request";

export const dynamic = "force-dynamic";

/** Signing out from the capture screens, whose document outlives a build and so cannot hold a server action. */
export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  const session = await currentSession();
  if (session) await signOutToken(session.token);
  (await cookies()).delete(signInSettings().cookieName);
  await hintWho(null);
  return Response.json({ status: "signed_out" }, { headers: { "cache-control": "no-store" } });
});
