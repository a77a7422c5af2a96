import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type Signer, signerOf } from "@/lib/access/signer";
import { applyChange } from "@/lib/changes/apply";
import { type ChangeAnswer, changeLimits } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { type QuarantineReason, quarantine } from "./quarantine";
import { serverMoment } from "./server-epoch";
import { isSigned } from "./signature";
import type { PushAnswer, PushRequest } from "./wire";

/** What is known of the way a request came: the phone its session belongs to, and whether its browser has cryptography. */
export type Way = Readonly<{ sessionDevice: string | null; canSign: boolean }>;
const signingWay: Way = { sessionDevice: null, canSign: true };

/**
 * Applies what a phone sends, in its order: one answer per change, and one bad change stops no other. A signed change is
 * its author's, whoever brings it: authorised by the author's role and places of today, never by the carrier's.
 */
export async function receiveChanges(
  carrier: Actor,
  { device, changes }: PushRequest,
  way: Way = signingWay,
): Promise<PushAnswer> {
  if (changes.length > changeLimits.perRequest)
    throw new AppError("too_large", { most: changeLimits.perRequest });
  const answers = await receiveFrom(carrier, { device, changes, way });
  return { ...(await serverMoment(carrier)), answers };
}

type Delivery = Readonly<{ device: string | null; changes: readonly unknown[]; way: Way }>;

/** The same for whoever brings them. A carrier whose own phone was withdrawn has no session of its own. */
export async function receiveFrom(
  carrier: Actor,
  { device, changes, way }: Delivery,
): Promise<ChangeAnswer[]> {
  const signers = new Map<string, Signer | null>();
  const answers: ChangeAnswer[] = [];
  for (const change of changes) {
    const { verdict, signer } = await judge({ carrier, change: asSigned(change), device, way, signers });
    if (verdict === "register_first") throw new AppError("stale", { reason: verdict });
    answers.push(
      verdict === null
        ? await applyChange(authorOf(signer, carrier), change, carrier.userId)
        : await quarantine({
            change,
            reason: verdict,
            authorId: provesAuthor(verdict) ? (signer?.author.userId ?? null) : null,
            carrierId: carrier.userId,
            scope: carrier.scope,
          }),
    );
  }
  return answers;
}

type Signed = { device?: unknown; signature?: unknown };
const asSigned = (change: unknown) => (change ?? {}) as Signed;

type Case = Readonly<{
  carrier: Actor;
  change: Signed;
  device: string | null;
  way: Way;
  signers: Map<string, Signer | null>;
}>;
type Verdict = QuarantineReason | "register_first" | null;
type Judged = Readonly<{ verdict: Verdict; signer: Signer | null }>;

/** Null lets a change through: as its signer's, or, when it names no phone that can sign, as the session's own. */
async function judge({ change, device: sender, way, signers }: Case): Promise<Judged> {
  const { device, signature } = change;
  if (typeof device !== "string" || !isUuid(device))
    return { verdict: way.sessionDevice && way.canSign ? "unsigned" : null, signer: null };
  const signer = signers.has(device) ? (signers.get(device) ?? null) : await signerOf(device);
  signers.set(device, signer);
  if (signer) return { verdict: verdictOn(change, signer), signer };
  if (!signature) return { verdict: way.canSign ? "unsigned" : null, signer };
  return { verdict: device === sender ? "register_first" : "unknown_device", signer };
}

function verdictOn(change: Signed, { publicKey, revoked, closed }: Signer): Verdict {
  if (!isSigned(change, change.signature, publicKey)) return "signature";
  return revoked ? "device_revoked" : closed ? "account_closed" : null;
}

const provesAuthor = (reason: Verdict) => reason === "device_revoked" || reason === "account_closed";

const authorOf = (signer: Signer | null, carrier: Actor) =>
  !signer || signer.author.userId === carrier.userId ? carrier : signer.author;

const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
