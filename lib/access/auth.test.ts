import { afterEach, beforeEach, expect, test } from "vitest";
import { authOptions } from "./auth";
import { cookieCodec, sealSession, unsealSession } from "./cookie";
import { signInSettings } from "./settings";

const names = [
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
] as const;
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
beforeEach(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  for (const name of names.slice(1)) delete process.env[name];
});
afterEach(() => {
  for (const name of names) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

test("the cookie carries the session's token and nothing else, sealed", async () => {
  const value = await sealSession("a token");
  expect(value).not.toContain("token");
  expect(await unsealSession(value)).toBe("a token");
  const read = await cookieCodec.decode({ token: value, secret: "a secret for tests only" });
  expect(Object.keys(read ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
});

test("what next-auth adds to a token does not reach the cookie", async () => {
  const token = { sid: "x", name: "Somebody", email: "a@b.example", sub: "1" };
  const value = await cookieCodec.encode({ token, secret: "a secret for tests only" });
  expect(await cookieCodec.decode({ token: value, secret: "a secret for tests only" })).not.toHaveProperty(
    "email",
  );
});

test("its own short-lived cookies keep all they carry", async () => {
  const given = { token: { state: "s" }, secret: "a secret for tests only", salt: "state" };
  expect(await cookieCodec.decode({ ...given, token: await cookieCodec.encode(given) })).toMatchObject({
    state: "s",
  });
});

test.each(["", "rubbish", "a.b.c.d.e"])("a cookie that says %j is nobody", async (value) =>
  expect(await unsealSession(value)).toBeNull(),
);

test("a cookie sealed with another secret is nobody", async () => {
  const value = await sealSession("a token");
  process.env.NEXTAUTH_SECRET = "another secret for tests";
  expect(await unsealSession(value)).toBeNull();
});

test("over https the cookie is Secure and bound to the host; over http it says what it is", () => {
  expect(signInSettings()).toMatchObject({ cookieName: "connect.session", secure: false });
  process.env.NEXTAUTH_URL = "https://connect.example";
  expect(signInSettings()).toMatchObject({ cookieName: "__Host-connect.session", secure: true });
  const cookie = authOptions().cookies?.sessionToken;
  expect(cookie?.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

test("an institution's sign-in is offered when it is configured, and trusts verified addresses only", () => {
  expect(authOptions().providers.map(({ id }) => id)).toEqual(["credentials"]);
  process.env.OIDC_ISSUER = "https://login.example/";
  process.env.OIDC_CLIENT_ID = "connect";
  process.env.OIDC_CLIENT_SECRET = "hush";
  const provider = authOptions().providers[1] as unknown as {
    id: string;
    wellKnown: string;
    checks: string[];
    profile(claims: object): { email: string | null };
  };
  expect(provider).toMatchObject({
    id: "oidc",
    wellKnown: "https://login.example/.well-known/openid-configuration",
  });
  expect(provider.checks).toEqual(["pkce", "state", "nonce"]);
  expect(provider.profile({ sub: "1", email: "a@b.example", email_verified: true }).email).toBe(
    "a@b.example",
  );
  expect(provider.profile({ sub: "1", email: "a@b.example", email_verified: "true" }).email).toBeNull();
  expect(provider.profile({ sub: "1", email: "a@b.example" }).email).toBeNull();
});

test("tokens of next-auth are reduced to the session's", async () => {
  const { jwt, session } = authOptions().callbacks ?? {};
  const user = { id: "session", sid: "fresh", name: "Somebody" };
  expect(await jwt?.({ token: { name: "Somebody" }, user, account: null })).toEqual({ sid: "fresh" });
  expect(await jwt?.({ token: { sid: "kept", email: "x" } } as never)).toEqual({ sid: "kept" });
  const told = await session?.({ session: { expires: "soon", user: { name: "Somebody" } } } as never);
  expect(told).toEqual({ expires: "soon" });
});
