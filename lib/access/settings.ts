import "server-only";
import { env } from "@/lib/env";

const loopback = ["127.0.0.1", "localhost", "::1"];

/** What sign-in needs to know of the installation. */
export function signInSettings() {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL, CONNECT_MODE, HOST, ...rest } = env();
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = rest;
  const secure = NEXTAUTH_URL.startsWith("https://");
  const demonstration = CONNECT_MODE === "demonstration";
  return {
    secret: NEXTAUTH_SECRET ?? "",
    secure,
    /** The address that printed slips name. */
    origin: (rest.PUBLIC_URL ?? NEXTAUTH_URL).replace(/\/$/, ""),
    cookieName: secure ? "__Host-connect.session" : "connect.session",
    demonstration,
    /** Reachable from other machines, a demonstration has random passwords, which only its console tells. */
    sharedPassword: demonstration && loopback.includes(HOST),
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
  };
}
