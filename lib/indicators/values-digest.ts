import type { Values } from "./validation";

/** What a verification names, as `values_digest` makes it in SQL: SHA-256 of every value that was entered, in hex. */
export async function valuesDigest(values: Values): Promise<string> {
  const said = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, value]) => `${code}=${value}`);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said.join(";")));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
