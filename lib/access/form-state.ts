import type { PasswordFault } from "./passwords";

/** What the forms before and around sign-in show after they were sent: codes, never sentences. */
export type AccessFault =
  | "wrong"
  | "throttled"
  | "unavailable"
  | "unknown_code"
  | "wrong_current"
  | "privacy_required"
  | PasswordFault;

export type AccessState = Readonly<{
  fault?: AccessFault;
  minutes?: number;
  login?: string;
  /** The code was right: whose it is, and the code again for the second step. */
  owner?: { code: string; purpose: "invite" | "reset"; login: string; displayName: string };
  /** A new authenticator to set up. */
  enrol?: { secret: string; uri: string };
  /** Recovery codes, shown once. */
  codes?: readonly string[];
}>;

export const emptyAccess: AccessState = {};
