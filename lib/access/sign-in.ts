import "server-only";
import { uuidv7 } from "@/lib/changes/uuid";
import { AppError } from "@/lib/errors";
import { passwordFits } from "./passwords";
import type { RequestOrigin } from "./request-origin";
import { type Role, secondFactorRoles } from "./roles";
import { signInSettings } from "./settings";
import { type Account, accountByEmail, accountByLogin, endSession, noteRefusal, openSession } from "./store";
import { countSignIn, forgetSignIns } from "./throttle";
import { hashOf, newToken } from "./tokens";

const hour = 3600;
const day = 24 * hour;

/** Field work goes days without contact; whoever runs the system signs in every working day. */
export const sessionLife = (roles: readonly Role[]) =>
  roles.some((role) => secondFactorRoles.includes(role))
    ? { lifeSeconds: 12 * hour, idleSeconds: 2 * hour }
    : { lifeSeconds: 30 * day, idleSeconds: 14 * day };

/** A login as it is kept: lower case; a telephone number without spaces, dashes or brackets. */
export function canonicalLogin(typed: string): string {
  const login = typed.normalize("NFKC").trim().toLowerCase().slice(0, 100);
  const digits = login.replace(/[\s().-]/g, "");
  return /^\+?\d{8,15}$/.test(digits) ? digits.replace(/^\+?856/, "0").replace(/^\+/, "") : login;
}

type Opening = { account: Pick<Account, "userId" | "roles">; origin: RequestOrigin; federated: boolean };

/** Always a new token: one that somebody planted before signing in is worth nothing. */
export async function startSession({ account, origin, federated }: Opening): Promise<string> {
  const token = newToken();
  const session = {
    id: uuidv7(),
    userId: account.userId,
    ...sessionLife(account.roles),
    ...origin,
    federated,
  };
  await openSession(session, hashOf(token));
  return token;
}

export type Credentials = { login: string; password: string };

/** Accounts whose password is public have no business where real work is done, however they got there. */
export const mayEnter = (demonstrationAccount: boolean) =>
  !demonstrationAccount || signInSettings().demonstration;

/**
 * The token of a new session, or null. An unknown login, a disabled account, a missing and a wrong password are one
 * answer after the same work. Throws `throttled`.
 */
export async function signInByPassword(typed: Credentials, origin: RequestOrigin): Promise<string | null> {
  const login = canonicalLogin(typed.login);
  if (!login || !typed.password || typed.password.length > 1000) return null;
  await countSignIn(login, origin.ipPrefix);
  const account = await accountByLogin(login);
  const fits = await passwordFits(account?.passwordHash ?? null, typed.password);
  if (!fits || !account || !mayEnter(account.demonstration)) {
    await noteRefusal(login, origin);
    return null;
  }
  await forgetSignIns(login, origin.ipPrefix);
  return startSession({ account, origin, federated: false });
}

/** A person whom the institution's own sign-in names by a verified e-mail address of an account; never a new account. */
export async function signInByEmail(email: string, origin: RequestOrigin): Promise<string | null> {
  const account = await accountByEmail(email);
  return account && startSession({ account, origin, federated: true });
}

export async function signOutToken(token: string): Promise<void> {
  await endSession(hashOf(token));
}

export const isThrottled = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === "throttled";
