import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { argon2idAsync } from "@noble/hashes/argon2.js";

// Pure JavaScript on purpose: IndexedDB transactions end while one waits for the browser's own cryptography, plain http
// has none, and our policy allows no WebAssembly.
const nonceBytes = 24;
export const keyBytes = 32;

/** What a guess costs: about half a second on a cheap computer, two on a cheap phone. */
export const guessCost = { m: 16_384, t: 2 } as const;
type Cost = Readonly<{ m: number; t: number }>;

export const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export function seal(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const sealed = xchacha20poly1305(key, nonce).encrypt(plain);
  const whole = new Uint8Array(nonceBytes + sealed.length);
  whole.set(nonce);
  whole.set(sealed, nonceBytes);
  return whole;
}

/** Throws when the key is another one or a byte was changed. */
export const unseal = (key: Uint8Array, sealed: Uint8Array): Uint8Array =>
  xchacha20poly1305(key, sealed.subarray(0, nonceBytes)).decrypt(sealed.subarray(nonceBytes));

/** The key that a code or PIN stands for (argon2id). Gives the screen a chance to breathe while it calculates. */
export const keyOfSecret = (secret: string, salt: Uint8Array, { m, t }: Cost): Promise<Uint8Array> =>
  argon2idAsync(secret, salt, { m, t, p: 1, dkLen: keyBytes, asyncTick: 20 });

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
