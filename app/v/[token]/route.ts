import { createHash } from "node:crypto";
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

export const dynamic = "force-dynamic";

const styleHash = createHash("sha256").update(publicStyle).digest("base64");
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** The page behind a poster's QR code: for anybody who holds the link, without a script, in one answer. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = isLocale(asked) ? asked : routing.defaultLocale;
  const words = publicWords(locale, loadMessages(locale));
  if (!(await visitAllowed(originOf(request.headers).ipPrefix))) {
    return new Response(publicNotice(words, "busy"), {
      status: 429,
      headers: { ...headers, "retry-after": "60" },
    });
  }
  const token = ShareFields.shape.token.safeParse((await params).token);
  const plan = token.success ? await publicPlan(token.data) : null;
  if (!plan) return new Response(publicNotice(words, "notReceived"), { headers });
  if (plan.state === "closed") return new Response(publicNotice(words, "closed"), { headers });
  return new Response(publicPage(plan, words, today()), { headers });
}
