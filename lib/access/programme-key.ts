import "server-only";
import { constants, createHash, createPrivateKey, createPublicKey, privateDecrypt } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { ProgrammeKey } from "@/lib/sync/programme-key";

/** Files of variables hold one line each: `\\n` stands for a new one. */
const privateKey = (pem: string) => createPrivateKey(pem.replaceAll("\\n", "\n"));

const held = new Map<string, ProgrammeKey>();

/** The public half of the operator's key, for phones to wrap theirs with; null when there is none. */
export function programmeKey(): ProgrammeKey | null {
  const { PROGRAMME_KEY: pem } = env();
  if (!pem) return null;
  const known = held.get(pem);
  if (known) return known;
  const der = createPublicKey(privateKey(pem)).export({ type: "spki", format: "der" });
  const id = createHash("sha256").update(der).digest("base64url").slice(0, 16);
  const made = { id, spki: der.toString("base64") };
  held.set(pem, made);
  return made;
}

const Wrapped = z.object({ key: z.string(), userId: z.string(), purpose: z.enum(["store", "parcel"]) });

/** The key that this person's phone wrapped; refused when it is another person's. */
export function unwrapFor(userId: string, wrapped: string): string {
  const { PROGRAMME_KEY: pem } = env();
  if (!pem) throw new AppError("unavailable");
  const opened = Wrapped.safeParse(decrypted(pem, wrapped));
  if (!opened.success) throw new AppError("invalid");
  if (opened.data.userId !== userId) throw new AppError("forbidden", { reason: "other_user" });
  return opened.data.key;
}

function decrypted(pem: string, wrapped: string): unknown {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const text = privateDecrypt(
      { key: privateKey(pem), padding, oaepHash: "sha256" },
      Buffer.from(wrapped, "base64"),
    );
    return JSON.parse(text.toString("utf8"));
  } catch {
    throw new AppError("invalid");
  }
}
