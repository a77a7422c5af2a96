import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Verb } from "@/lib/access/roles";
import { route } from "@/lib/route";
import { tokenRoute } from "./token-route";

type Handle<P> = (actor: Actor, request: Request, params: P) => Promise<Response>;

/** For reading: by a signed-in person, or by another system with that person's token. */
export function sessionOrToken<P>(verb: Verb, handle: Handle<P>) {
  const bySession = route<P>(verb, handle);
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    if (!request.headers.has("authorization")) return bySession(request, context);
    const params = await context.params;
    return tokenRoute(verb, (actor, asked) => handle(actor, asked, params))(request);
  };
}
