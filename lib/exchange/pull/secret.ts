import "server-only";
import { z } from "zod";
import { sealed, unsealed } from "@/lib/access/sealed";

const purpose = "connect dhis2";
const Kept = z.object({ origin: z.string(), authorization: z.string() });

export type Dhis2Secret =
  | Readonly<{ kind: "token"; token: string }>
  | Readonly<{ kind: "password"; user: string; password: string }>;

const headerOf = (secret: Dhis2Secret) =>
  secret.kind === "token"
    ? `ApiToken ${secret.token}`
    : `Basic ${Buffer.from(`${secret.user}:${secret.password}`, "utf8").toString("base64")}`;

/** Bound to the server it was entered for: another address, entered later, does not get it. */
export const sealSecret = (secret: Dhis2Secret, origin: string): string =>
  sealed(purpose, JSON.stringify({ origin, authorization: headerOf(secret) }));

/** What to send as `Authorization` there; null when it is not for that server or cannot be opened any more. */
export function authorizationFor(box: string | null, origin: string): string | null {
  if (!box) return null;
  try {
    const kept = Kept.parse(JSON.parse(unsealed(purpose, box)));
    return kept.origin === origin ? kept.authorization : null;
  } catch {
    return null;
  }
}
