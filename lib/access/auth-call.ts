import "server-only";
import { createHash } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import { authOptions } from "./auth";
import { signInSettings } from "./settings";
import { newToken } from "./tokens";

type Call = {
  action: "callback" | "signin";
  provider: "credentials" | "oidc";
  fields: Record<string, string>;
};
type Answer = { status: number; location: string };

function recorder() {
  const kept = { status: 200, headers: new Map<string, unknown>() };
  const response = {
    status: (code: number) => {
      kept.status = code;
      return response;
    },
    getHeader: (name: string) => kept.headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => {
      kept.headers.set(name.toLowerCase(), value);
      return response;
    },
    end: () => response,
    json: () => response,
    send: () => response,
  };
  return { kept, response: response as unknown as NextApiResponse };
}

async function keepCookies(lines: string[], keepTarget: boolean): Promise<void> {
  const jar = await cookies();
  const { secure } = signInSettings();
  for (const line of lines) {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    // Where to go next is this site's own business: only an institution's round trip needs it kept.
    if (!keepTarget && pair.slice(0, at).endsWith("callback-url")) continue;
    const maxAge = attributes.find((part) => /^\s*max-age=/i.test(part))?.split("=")[1];
    const expires = attributes.find((part) => /^\s*expires=/i.test(part))?.split("=")[1];
    jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      ...(maxAge ? { maxAge: Number(maxAge) } : expires ? { expires: new Date(expires) } : {}),
    });
  }
}

/**
 * Runs next-auth inside a server action, so that signing in is one form that works before any script has loaded and is
 * protected by the action's own origin check; next-auth's double-submit token is made here for itself.
 */
export async function callNextAuth({ action, provider, fields }: Call): Promise<Answer> {
  const options = authOptions();
  const csrfToken = newToken();
  const csrfHash = createHash("sha256").update(`${csrfToken}${options.secret}`).digest("hex");
  const csrfCookie = `${options.useSecureCookies ? "__Host-" : ""}next-auth.csrf-token`;
  const { kept, response } = recorder();
  const request = {
    method: "POST",
    query: { nextauth: [action, provider] },
    headers: Object.fromEntries(await headers()),
    cookies: { [csrfCookie]: `${csrfToken}|${csrfHash}` },
    body: { ...fields, csrfToken },
  } as unknown as NextApiRequest;
  await NextAuth(request, response, options);
  const set = kept.headers.get("set-cookie");
  await keepCookies((Array.isArray(set) ? set : set ? [String(set)] : []) as string[], provider === "oidc");
  return { status: kept.status, location: String(kept.headers.get("location") ?? "") };
}
