import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "@/lib/i18n/routing";
import { baseHeaders, contentSecurityPolicy, strictTransport } from "@/lib/security-headers";

const localise = createMiddleware(routing);
const developing = process.env.NODE_ENV === "development";
const fieldPath = /^\/(lo|en)\/field(?:\/|$)/;

let fieldHashes: Record<string, string[]> | undefined;

function hashesFor(locale: string): string[] {
  const file = join(process.env.NEXT_DIST_DIR ?? ".next", "field-csp.json");
  fieldHashes ??= existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>)
    : {};
  return fieldHashes[locale] ?? [];
}

function secured(request: NextRequest, response: NextResponse, policy: string): NextResponse {
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(baseHeaders)) response.headers.set(name, value);
  const scheme = request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol;
  if (scheme.startsWith("https")) response.headers.set("Strict-Transport-Security", strictTransport);
  return response;
}

/** The capture shell is static (next.config.mjs sends all its addresses to one document): hashes instead of a nonce. */
function captureShell(request: NextRequest, locale: string): NextResponse {
  const policy = contentSecurityPolicy(developing ? "development" : { hashes: hashesFor(locale) });
  return secured(request, NextResponse.next(), policy);
}

export function proxy(request: NextRequest): NextResponse {
  const field = fieldPath.exec(request.nextUrl.pathname);
  if (field) return captureShell(request, field[1] as string);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(developing ? "development" : { nonce });
  // The framework finds the nonce in the request's own policy and marks its scripts with it.
  request.headers.set("Content-Security-Policy", policy);
  // Where to come back to after signing in; set here, so a visitor's own header of that name is lost.
  request.headers.set("x-connect-path", request.nextUrl.pathname + request.nextUrl.search);
  return secured(request, localise(request), policy);
}

export const config = {
  // Pages only: bodies sent to /api must not be buffered here, and /v answers with a policy of its own.
  // Files have a dot in their name, but below a locale nothing is a file.
  matcher: ["/((?!api(?:/|$)|v/|_next/|.*\\.[^/]*$).*)", "/(lo|en)/:path*"],
};
