import "server-only";
import type { Actor } from "@/lib/access/actor";
import { actorOfToken } from "@/lib/access/api-token";
import { requireCan } from "@/lib/access/can";
import type { Verb } from "@/lib/access/roles";
import { errorResponse } from "@/lib/route";

/** A route for other systems, which come with a person's token: no living token is 401, without the verb 403. */
export const tokenRoute =
  (verb: Verb, handle: (actor: Actor, request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      const actor = await actorOfToken(request.headers);
      requireCan(actor, verb);
      return await handle(actor, request);
    } catch (error) {
      const answer = errorResponse(error);
      if (answer.status === 401) answer.headers.set("www-authenticate", "Bearer");
      return answer;
    }
  };
