import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { graphemes } from "@/lib/i18n/lao";
import { maximumLength, minimumLength } from "./password-length";

// OWASP's lower bound for Argon2id, so that a small server still answers many sign-ins at once.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const common: ReadonlySet<string> = new Set(dictionary["passwords-common"]);
const expected = ["connect", "lao", "laos", "vientiane", "password", "qwerty"];

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

// Checked when no account matches, so that an unknown login takes as long as a wrong password.
const decoy = hashPassword("nobody has this password");

/** True if the password fits. Takes the same time when there is no hash to compare with. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return stored !== null && fits;
}

export type PasswordFault = "too_short" | "too_long" | "common" | "is_login";

const withoutTail = (text: string) => text.replace(/[^a-z]+$/, "");

function isCommon(password: string): boolean {
  const base = withoutTail(password);
  const padded = base.length >= 4 && (common.has(base) || expected.includes(base));
  return common.has(password) || padded || new Set(password).size < 4;
}

/** Why a password is refused, or null. Length and known words only: no rules on its composition. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const plain = password.normalize("NFKC").toLowerCase();
  if (graphemes(plain).length < minimumLength) return "too_short";
  if (plain.length > maximumLength) return "too_long";
  if (plain === login || withoutTail(plain) === withoutTail(login)) return "is_login";
  return isCommon(plain) ? "common" : null;
}
