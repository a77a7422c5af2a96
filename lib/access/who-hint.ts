import "server-only";
import { cookies } from "next/headers";
import { signInSettings } from "./settings";
import { whoCookie } from "./who-cookie";

const days = 30;

/**
 * Tells the capture screens whose store to open when the server cannot be asked: the last to sign in on this phone, or
 * nobody after signing out. A hint, not a right: it opens nothing that is not on the phone already.
 */
export async function hintWho(userId: string | null): Promise<void> {
  const { secure } = signInSettings();
  const options = { sameSite: "lax", path: "/", secure, maxAge: days * 86_400 } as const;
  (await cookies()).set(whoCookie, userId ?? "nobody", options);
}
