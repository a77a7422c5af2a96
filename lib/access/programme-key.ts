import "server-only";
import { constants, createHash, createPrivateKey, createPublicKey, privateDecrypt } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { unseal } from "@/lib/sync/sealing";

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

/** What a phone sealed for the programme (`sealForProgramme`), as the JSON it was. */
export function openSealed(text: string): unknown {
  const { PROGRAMME_KEY: pem } = env();
  if (!pem) throw new AppError("unavailable");
  return orInvalid(() => {
    const whole = Buffer.from(text, "base64");
    const length = whole.readUInt16BE(0);
    const key = privately(pem, whole.subarray(2, 2 + length));
    return JSON.parse(Buffer.from(unseal(key, whole.subarray(2 + length))).toString("utf8"));
  });
}

const decrypted = (pem: string, wrapped: string): unknown =>
  orInvalid(() => JSON.parse(privately(pem, Buffer.from(wrapped, "base64")).toString("utf8")));

const privately = (pem: string, bytes: Buffer): Buffer =>
  privateDecrypt(
    { key: privateKey(pem), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" },
    bytes,
  );

function orInvalid(open: () => unknown): unknown {
  try {
    return open();
  } catch {
    throw new AppError("invalid");
  }
}
