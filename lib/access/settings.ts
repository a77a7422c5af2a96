import "server-only";

/** What sign-in needs to know of the installation; set by scripts/start (demonstration) or the operator. */
export const signInSettings = () => {
  const url = process.env.NEXTAUTH_URL ?? "http://127.0.0.1:3000";
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env;
  const secure = url.startsWith("https://");
  return {
    secret: process.env.NEXTAUTH_SECRET ?? "",
    secure,
    cookieName: secure ? "__Host-connect.session" : "connect.session",
    demonstration: process.env.CONNECT_MODE === "demonstration",
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
  };
};
