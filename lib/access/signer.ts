import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { type Actor, mintActor } from "./actor";
import { type DeviceOwner, deviceOwner } from "./store";

/** Whose phone signed a change: the key to check it with, and its owner with the role and places of today. */
export type Signer = Readonly<{ publicKey: JsonWebKey; revoked: boolean; closed: boolean; author: Actor }>;

/** Null for a phone that nobody registered. Whoever uses the author must have checked the signature first. */
export async function signerOf(deviceId: string): Promise<Signer | null> {
  const owner = await deviceOwner(deviceId);
  if (!owner) return null;
  const { userId, displayName, office, assignments, publicKey, revoked, disabled } = owner;
  const author = mintActor({ userId, sessionId: null, displayName, office, assignments });
  return { publicKey, revoked, closed: disabled, author };
}

type Person = Pick<DeviceOwner, "userId" | "displayName" | "office" | "assignments">;

/** The person as author of a change that an administrator lets through; the database refuses anybody else. */
export async function authorFor(administrator: Actor, userId: string): Promise<Actor | null> {
  const [row] = await withScope(administrator.scope, (tx) =>
    tx.execute<{ person: Person | null }>(sql`select device_person(${userId}::uuid) as person`),
  );
  return row?.person ? mintActor({ ...row.person, sessionId: null }) : null;
}
