/**
 * A UUID (version 8) that follows from what the record is about. Two taps, or two phones, that answer the same question
 * (one pair, one score, one month's report) then write one record that merges, never two that count double.
 */
export function derivedId(...parts: readonly string[]): Promise<string> {
  const text = JSON.stringify(parts);
  // Quick taps wait for one answer, so that they are recorded in the order they were made.
  const asked = pending.get(text) ?? hashedId(text).finally(() => pending.delete(text));
  pending.set(text, asked);
  return asked;
}

const pending = new Map<string, Promise<string>>();

async function hashedId(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
