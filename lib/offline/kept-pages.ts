import { formatDateTime } from "@/lib/i18n/format";
import en from "@/lib/i18n/messages/en/status.json";
import lo from "@/lib/i18n/messages/lo/status.json";
import { deleteKeptPages, keptCacheOf, keptCaches } from "./kept-cache";

const keptPath = /^\/(lo|en)\/(?:today|brief)$/;
const keptAt = "x-connect-kept-at";
const freshMs = 60_000;
const copyOf = { lo: lo.offline.copyOf, en: en.offline.copyOf };

export const isKept = (pathname: string) => keptPath.test(pathname);

/** Whose page it is, as components/shell/keep-page.tsx says it. */
export function readerOf(html: string): string | null {
  return /<meta name="connect-reader" content="([0-9a-f-]{36})"/.exec(html)?.[1] ?? null;
}

/** Styles and scripts that the document names; without them the copy would stand unstyled. */
export function assetsOf(html: string): string[] {
  return [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:css|js)/g))];
}

/** The copy with its date in bold above everything. React leaves a foreign element at the start of the body alone. */
export function dated(html: string, locale: "lo" | "en", at: string): string {
  const [before = "", after = ""] = copyOf[locale].split("{date}");
  const date = `<b>${formatDateTime(at, locale)}</b>`;
  const line = `<aside class="notice soon kept-copy" role="status"><p>${before}${date}${after}</p></aside>`;
  return html.replace(/<body[^>]*>/, (body) => body + line);
}

/** Keeps a page of the person it names, in place of the one kept before. */
export async function keepPage(url: URL, response: Response, at: Date): Promise<void> {
  const html = await response.text();
  const reader = readerOf(html);
  if (!reader) return;
  await deleteKeptPages({ except: reader });
  const cache = await caches.open(keptCacheOf(reader));
  const assets = assetsOf(html);
  for (const { url: known } of await cache.keys()) {
    const { pathname, href } = new URL(known);
    const stale = pathname === url.pathname && href !== url.href;
    if (stale) await cache.delete(known);
  }
  await Promise.all(assets.map(async (path) => (await caches.match(path)) ?? cache.add(path)));
  const headers = new Headers(response.headers);
  headers.set(keptAt, at.toISOString());
  await cache.put(url.href, new Response(html, { headers }));
}

/** Keeps a page that was reached without loading a document, unless it was kept a moment ago. */
export async function fetchKeptPage(url: URL, at: Date): Promise<void> {
  if (!isKept(url.pathname)) return;
  const kept = await caches.match(url.href, { ignoreVary: true });
  const before = Date.parse(kept?.headers.get(keptAt) ?? "");
  if (at.getTime() - before < freshMs) return;
  const response = await fetch(url, { credentials: "same-origin", redirect: "error" });
  if (response.ok) await keepPage(url, response, at);
}

/** The kept copy of exactly this address, dated; null when there is none. */
export async function keptPage(url: URL): Promise<Response | null> {
  for (const name of await keptCaches()) {
    const kept = await (await caches.open(name)).match(url.href, { ignoreVary: true });
    const at = kept?.headers.get(keptAt);
    if (!kept || !at) continue;
    const locale = url.pathname.startsWith("/en/") ? "en" : "lo";
    const headers = new Headers(kept.headers);
    return new Response(dated(await kept.text(), locale, at), { headers });
  }
  return null;
}
