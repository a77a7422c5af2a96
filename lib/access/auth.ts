import "server-only";
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { locales, routing } from "@/lib/i18n/routing";
import { cookieCodec } from "./cookie";
import { originOf } from "./request-origin";
import { signInSettings } from "./settings";
import { isThrottled, signInByEmail, signInByPassword, signOutToken } from "./sign-in";

type Signed = User & { sid?: string };
type Claims = { sub: string; email?: string; email_verified?: boolean };

const headerReader = (headers: Record<string, unknown> | undefined) => ({
  get: (name: string) => (typeof headers?.[name] === "string" ? (headers[name] as string) : null),
});

const passwordProvider = CredentialsProvider({
  credentials: { login: {}, password: {} },
  async authorize(credentials, request): Promise<Signed | null> {
    const { login = "", password = "" } = credentials ?? {};
    try {
      const sid = await signInByPassword({ login, password }, originOf(headerReader(request.headers)));
      return sid ? { id: "session", sid } : null;
    } catch (error) {
      // next-auth carries no more than a message; the minutes are the caller's to look at again.
      if (isThrottled(error)) throw new Error(`throttled-${error.details.minutes}`);
      throw new Error("unavailable");
    }
  },
});

function institutionProvider(): AuthOptions["providers"] {
  const { oidc } = signInSettings();
  if (!oidc) return [];
  return [
    {
      id: "oidc",
      name: "OIDC",
      type: "oauth",
      wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: "openid email" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (claims: Claims) => ({
        id: claims.sub,
        email: claims.email_verified === true ? claims.email : null,
      }),
    },
  ];
}

/** An institution's sign-in opens the account of its verified e-mail address and never makes one. */
export async function admitFederated(user: Signed): Promise<boolean> {
  if (!user.email) return false;
  const { headers } = await import("next/headers");
  const sid = await signInByEmail(user.email, originOf(await headers()));
  if (sid) user.sid = sid;
  return sid !== null;
}

/** Back to the entrance in the language the person left it in, which only the kept way back tells. */
async function refusedPath(secure: boolean): Promise<string> {
  const { cookies } = await import("next/headers");
  const kept = (await cookies()).get(`${secure ? "__Secure-" : ""}next-auth.callback-url`)?.value ?? "";
  const locale = locales.find((one) => new RegExp(`^(https?://[^/]+)?/${one}(/|$)`).test(kept));
  return `/${locale ?? routing.defaultLocale}/sign-in?error=AccessDenied`;
}

/** next-auth, kept to this file and its one route: it checks credentials and sets the cookie; `sessions` says who it is. */
export function authOptions(): AuthOptions {
  const { secret, secure, cookieName } = signInSettings();
  return {
    secret,
    providers: [passwordProvider, ...institutionProvider()],
    session: { strategy: "jwt", maxAge: 30 * 24 * 3600 },
    jwt: cookieCodec,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    useSecureCookies: secure,
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
    callbacks: {
      signIn: async ({ user, account }) =>
        account?.provider !== "oidc" || (await admitFederated(user)) || (await refusedPath(secure)),
      jwt: ({ token, user }) => {
        const sid = (user as Signed | undefined)?.sid ?? token.sid;
        return sid ? { sid } : {};
      },
      // Nothing about the person leaves through next-auth's own session address.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: ({ token }) => (typeof token?.sid === "string" ? signOutToken(token.sid) : undefined),
    },
  };
}
