import "server-only";
import { promisify } from "node:util";
import { gunzip as unzip } from "node:zlib";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";

// A phone that drains a week of work needs a few dozen requests; a loop gone wild needs thousands.
const perMinute = new RateLimiterMemory({ points: 300, duration: 60 });

/** Counts one request, and refuses it when the phone means another person than the session does. */
export async function countRequest(
  actor: Actor,
  request: Request,
  of: "records" | "media" = "records",
): Promise<void> {
  const meant = request.headers.get("x-connect-user");
  if (meant && meant !== actor.userId) throw new AppError("unauthenticated", { reason: "other_user" });
  await countCall(of === "records" ? actor.userId : `${of} ${actor.userId}`);
}

/** Counts one request of a person or a phone; throws `throttled` with the seconds to wait. */
export async function countCall(key: string): Promise<void> {
  try {
    await perMinute.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError("throttled", { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/** The request's JSON, read no further than the limit; another site's form cannot send this content type unasked. */
export async function jsonOf<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit: number,
): Promise<z.output<S>> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) throw new AppError("invalid");
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new AppError("too_large");
  const bytes = await unpacked(await bytesOf(request, limit), { request, limit });
  const parsed = schema.safeParse(parse(bytes.toString("utf8")));
  if (!parsed.success)
    throw new AppError("invalid", { fields: parsed.error.issues.slice(0, 5).map(({ path }) => path) });
  return parsed.data;
}

const gunzip = promisify(unzip);

/** A compressed body unpacked no further than the limit: a few kilobytes may claim to be gigabytes. */
async function unpacked(bytes: Buffer, { request, limit }: { request: Request; limit: number }) {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding === "identity") return bytes;
  if (encoding !== "gzip") throw new AppError("invalid", { encoding });
  return gunzip(bytes, { maxOutputLength: limit }).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "invalid");
  });
}

/** The request's body, read no further than the limit. */
export async function bytesOf(request: Request, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) throw new AppError("too_large");
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid");
  }
}
