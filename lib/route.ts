import "server-only";
import type { Actor } from "./access/actor";
import { can } from "./access/can";
import type { Verb } from "./access/roles";
import { currentActor } from "./access/session";
import { AppError, type ErrorCode, fromPostgres } from "./errors";
import { log } from "./log";

const statusOf: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  stale: 409,
  too_large: 413,
  throttled: 429,
  unavailable: 503,
};

export function errorResponse(error: unknown): Response {
  const known = error instanceof AppError ? error : fromPostgres(error);
  const headers = new Headers({ "cache-control": "no-store" });
  if (!known) {
    const reference = Math.random().toString(36).slice(2, 8);
    log.error({ err: error, reference }, "request failed");
    return Response.json({ error: { code: "unavailable", reference } }, { status: 500, headers });
  }
  if (known.code === "throttled" || known.code === "unavailable") {
    headers.set("retry-after", String(known.details.retryAfter ?? 30));
  }
  return Response.json(
    { error: { code: known.code, details: known.details } },
    { status: statusOf[known.code], headers },
  );
}

type Handle<P> = (actor: Actor, request: Request, params: P) => Promise<Response>;

/** A signed-in route handler: no actor is 401, without any of the verbs 403, thrown errors become their status. */
export function route<P = Record<string, string>>(verb: Verb | readonly Verb[] | null, handle: Handle<P>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      const actor = await currentActor();
      if (!actor) throw new AppError("unauthenticated");
      const verbs = typeof verb === "string" ? [verb] : verb;
      if (verbs && !verbs.some((one) => can(actor, one))) throw new AppError("forbidden", { verb });
      return await handle(actor, request, await context.params);
    } catch (error) {
      return errorResponse(error);
    }
  };
}
