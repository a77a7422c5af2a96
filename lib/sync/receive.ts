import "server-only";
import { createPublicKey, verify } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { type DeviceOwner, deviceOwner } from "@/lib/access/store";
import { applyChange } from "@/lib/changes/apply";
import { signedText } from "@/lib/changes/canonical";
import { type ChangeAnswer, changeLimits } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { serverEpoch } from "./server-epoch";
import type { PushAnswer, PushRequest } from "./wire";

/** Applies what a phone sends, in its order: one answer per change, and one bad change stops no other. */
export async function receiveChanges(actor: Actor, { changes }: PushRequest): Promise<PushAnswer> {
  if (changes.length > changeLimits.perRequest)
    throw new AppError("too_large", { most: changeLimits.perRequest });
  const devices = new Map<string, DeviceOwner | null>();
  const answers: ChangeAnswer[] = [];
  for (const change of changes) {
    const refusal = await refusalOf(actor, change, devices);
    answers.push(refusal ?? (await applyChange(actor, change)));
  }
  return { epoch: await serverEpoch(actor), answers };
}

type Signed = { id?: unknown; device?: unknown; signature?: unknown };

/** A registered phone's changes must carry its signature and be its owner's; an unregistered one stands on the session alone. */
async function refusalOf(
  actor: Actor,
  change: unknown,
  devices: Map<string, DeviceOwner | null>,
): Promise<ChangeAnswer | null> {
  const { id, device, signature } = (change ?? {}) as Signed;
  if (typeof device !== "string" || !isUuid(device)) return null;
  const owner = devices.has(device) ? devices.get(device) : await deviceOwner(device);
  devices.set(device, owner ?? null);
  if (!owner) return null;
  const reason = owner.revoked
    ? "device_revoked"
    : owner.userId !== actor.userId
      ? "other_signer"
      : isSigned(change as object, signature, owner.publicKey)
        ? null
        : "signature";
  return reason && { id: String(id), status: "rejected", code: "forbidden", details: { reason } };
}

const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

function isSigned(change: object, signature: unknown, jwk: JsonWebKey): boolean {
  if (typeof signature !== "string") return false;
  try {
    const key = createPublicKey({ key: jwk as never, format: "jwk" });
    const given = Buffer.from(signature, "base64");
    return verify("sha256", Buffer.from(signedText(change)), { key, dsaEncoding: "ieee-p1363" }, given);
  } catch {
    return false;
  }
}
