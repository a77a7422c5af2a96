import "server-only";
import { withScope } from "@/db/client";
import { devices } from "@/db/schema/devices";
import type { Actor } from "@/lib/access/actor";
import { deviceOwner } from "@/lib/access/store";
import { AppError } from "@/lib/errors";
import type { DeviceRequest } from "./wire";

/** Ties a phone's public key to the person who uses it. The first key stays: another one for the same id is refused. */
export async function registerDevice(actor: Actor, { id, publicKey, label }: DeviceRequest): Promise<void> {
  const known = await deviceOwner(id);
  if (known) {
    const same =
      known.userId === actor.userId && known.publicKey.x === publicKey.x && known.publicKey.y === publicKey.y;
    if (!same || known.revoked) throw new AppError("forbidden", { reason: "device" });
    return;
  }
  await withScope(actor.scope, (tx) =>
    tx.insert(devices).values({ id, userId: actor.userId, publicKey, label }).onConflictDoNothing(),
  );
}
