import "server-only";
import { AppError } from "@/lib/errors";
import { type Actor, mintActor } from "./actor";
import { originOf } from "./request-origin";
import { mayEnter } from "./sign-in";
import { tokenOwner } from "./store";
import { countTry } from "./throttle";
import { hashOf } from "./tokens";

/** So that a token found somewhere is recognised for what it is. */
export const tokenMark = "connect_";

/** The person whose token another system sends as `Authorization: Bearer …`, with today's places. */
export async function actorOfToken(headers: Headers): Promise<Actor> {
  const token = /^Bearer\s+(connect_[\w-]{43})$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (!token) throw new AppError("unauthenticated");
  const hash = hashOf(token);
  const owner = await tokenOwner(hash);
  if (!owner || !mayEnter(owner.demonstration)) {
    await countTry("stranger", originOf(headers).ipPrefix);
    throw new AppError("unauthenticated");
  }
  await countTry("token", hash.toString("hex"));
  const { userId, displayName, office, assignments } = owner;
  return mintActor({ userId, sessionId: null, displayName, office, assignments });
}
