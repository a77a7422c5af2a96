import "server-only";
import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 random bits: what a session cookie stands for. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A printable code of 60 random bits in three groups of four; no letters that look like digits. */
export function newCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What was typed from paper, as it was printed: case, spaces, dashes and look-alikes do not matter. */
export const canonicalCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

export const hashOfCode = (typed: string): Buffer => hashOf(canonicalCode(typed));
