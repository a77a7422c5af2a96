import { fromBase64, toBase64 } from "./sealing";

/** The programme's public key as the phone learns it at its first contact; `id` also tells one programme from another. */
export type ProgrammeKey = Readonly<{ id: string; spki: string }>;
type Purpose = "store" | "parcel";

const algorithm = { name: "RSA-OAEP", hash: "SHA-256" } as const;

/**
 * A key that only the programme's private half can take out again, and gives to nobody but this person. Null where the
 * browser has no cryptography (plain http) or the server has no such key.
 */
export async function wrapForProgramme(
  programme: ProgrammeKey | null,
  wrapped: Readonly<{ key: Uint8Array; userId: string; purpose: Purpose }>,
): Promise<string | null> {
  if (!programme || !globalThis.crypto?.subtle) return null;
  const { key, userId, purpose } = wrapped;
  const spki = fromBase64(programme.spki) as Uint8Array<ArrayBuffer>;
  const publicKey = await crypto.subtle.importKey("spki", spki, algorithm, false, ["encrypt"]);
  const text = JSON.stringify({ key: toBase64(key), userId, purpose });
  const sealed = await crypto.subtle.encrypt(algorithm, publicKey, new TextEncoder().encode(text));
  return toBase64(new Uint8Array(sealed));
}
