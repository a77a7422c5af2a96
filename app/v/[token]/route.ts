import { createHash } from "node:crypto";
import type { Answering } from "@/components/poster/public-answer";
import { publicNotice } from "@/components/poster/public-document";
import { publicPage } from "@/components/poster/public-page";
import { publicStyle } from "@/components/poster/public-style";
import { publicWords } from "@/components/poster/public-words";
import { originOf } from "@/lib/access/request-origin";
import { today } from "@/lib/clock";
import { loadMessages } from "@/lib/i18n/load";
import { isLocale, routing } from "@/lib/i18n/routing";
import { ShareFields } from "@/lib/plans/schema";
import { publicPlan } from "@/lib/publishing/queries";
import { visitAllowed } from "@/lib/publishing/visits-limit";
import { sayVoice } from "@/lib/voices/commands";
import { formOf } from "@/lib/voices/form-body";
import { SayVoice } from "@/lib/voices/schema";

export const dynamic = "force-dynamic";

const styleHash = createHash("sha256").update(publicStyle).digest("base64");
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

type Context = { params: Promise<{ token: string }> };

function wordsOf(request: Request) {
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = isLocale(asked) ? asked : routing.defaultLocale;
  return publicWords(locale, loadMessages(locale));
}

async function busy(request: Request): Promise<Response | null> {
  if (await visitAllowed(originOf(request.headers).ipPrefix)) return null;
  const answer = { status: 429, headers: { ...headers, "retry-after": "60" } };
  return new Response(publicNotice(wordsOf(request), "busy"), answer);
}

async function pageOf(request: Request, given: Answering, status = 200): Promise<Response> {
  const words = wordsOf(request);
  const plan = await publicPlan(given.token);
  if (plan?.state !== "shown")
    return new Response(publicNotice(words, plan ? "closed" : "notReceived"), { status: 404, headers });
  return new Response(publicPage(plan, words, today(), given), { status, headers });
}

const tokenOf = async ({ params }: Context) =>
  ShareFields.shape.token.safeParse((await params).token).data ?? "";

/** The page behind a poster's QR code: for anybody who holds the link, without a script, in one answer. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const taken = new URL(request.url).searchParams.get("said") === "1";
  return (await busy(request)) ?? pageOf(request, { token: await tokenOf(context), taken });
}

/** A villager's answer to one action. Nobody is signed in here and no cookie is read: there is no authority to borrow. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const held = await busy(request);
  if (held) return held;
  const token = await tokenOf(context);
  const words = wordsOf(request);
  const typed = await formOf(request);
  const said = SayVoice.safeParse(typed);
  if (!said.success) return new Response(publicNotice(words, "wrong"), { status: 400, headers });
  const outcome = await sayVoice(token, said.data, originOf(request.headers).ipPrefix);
  if (outcome === "taken") {
    const location = `/v/${token}?lang=${words.locale}&said=1`;
    return new Response(null, { status: 303, headers: { ...headers, location } });
  }
  if (outcome === "closed") return pageOf(request, { token });
  if (outcome === "unknown") return new Response(publicNotice(words, "wrong"), { status: 400, headers });
  const refused = { action: said.data.action, words: said.data.words, why: outcome };
  return pageOf(request, { token, refused }, outcome === "full" || outcome === "busy" ? 429 : 422);
}
