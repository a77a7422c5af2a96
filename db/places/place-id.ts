import { createHash } from "node:crypto";

/** The id of a place follows from its code, so that every server and every seed agrees on it (RFC 9562 version 8). */
export function placeId(code: string): string {
  const hex = createHash("sha256").update(`connect:place:${code}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join("-");
}
