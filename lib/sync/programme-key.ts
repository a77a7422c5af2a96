import { fromBase64, keyBytes, randomBytes, seal, toBase64 } from "./sealing";

/** The programme's public key as the phone learns it at its first contact; `id` also tells one programme from another. */
export type ProgrammeKey = Readonly<{ id: string; spki: string }>;
type Purpose = "store" | "parcel";

const algorithm = { name: "RSA-OAEP", hash: "SHA-256" } as const;

async function encrypted({ spki }: ProgrammeKey, bytes: Uint8Array): Promise<Uint8Array> {
  const key = fromBase64(spki) as Uint8Array<ArrayBuffer>;
  const publicKey = await crypto.subtle.importKey("spki", key, algorithm, false, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, publicKey, bytes as Uint8Array<ArrayBuffer>));
}

/**
 * A key that only the programme's private half can take out again, and gives to nobody but this person. Null where the
 * browser has no cryptography (plain http) or the server has no such key.
 */
export async function wrapForProgramme(
  programme: ProgrammeKey | null,
  wrapped: Readonly<{ key: Uint8Array; userId: string; purpose: Purpose }>,
): Promise<string | null> {
  if (!canSeal(programme)) return null;
  const { key, userId, purpose } = wrapped;
  const text = JSON.stringify({ key: toBase64(key), userId, purpose });
  return toBase64(await encrypted(programme, new TextEncoder().encode(text)));
}

export const canSeal = (programme: ProgrammeKey | null | undefined): programme is ProgrammeKey =>
  Boolean(programme && globalThis.crypto?.subtle);

/**
 * Seals something that this phone itself cannot open again: a key of its own, wrapped for the programme, then the text
 * under it. `length` is that of all texts of the kind: how long the sealed one is says nothing.
 */
export async function sealForProgramme(
  programme: ProgrammeKey,
  { text, length }: { text: string; length: number },
): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > length) throw new RangeError("longer than its kind");
  const padded = new Uint8Array(length).fill(0x20);
  padded.set(bytes);
  const key = randomBytes(keyBytes);
  const [wrapped, sealed] = [await encrypted(programme, key), seal(key, padded)];
  const whole = new Uint8Array(2 + wrapped.length + sealed.length);
  new DataView(whole.buffer).setUint16(0, wrapped.length);
  whole.set(wrapped, 2);
  whole.set(sealed, 2 + wrapped.length);
  return toBase64(whole);
}
