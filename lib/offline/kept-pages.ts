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

/** Under which its copy is kept: its path and the district it shows, whether it was asked for by name or not. */
export function keptAddress(url: URL, html: string): string {
  const district = /<meta name="connect-district" content="([\w-]+)"/.exec(html)?.[1];
  const address = new URL(url.pathname, url);
  if (district) address.searchParams.set("district", district);
  return address.href;
}

/** Whether the copy answers what is asked: a district that is not named is the one that was read last. */
export function answers(kept: URL, asked: URL): boolean {
  const district = asked.searchParams.get("district");
  return kept.pathname === asked.pathname && (!district || kept.searchParams.get("district") === district);
}

async function copyFor(cache: Cache, asked: URL): Promise<Response | undefined> {
  const found = (await cache.keys()).find(({ url }) => answers(new URL(url), asked));
  return found && cache.match(found, { ignoreVary: true });
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
  const address = keptAddress(url, html);
  for (const { url: known } of await cache.keys()) {
    const { pathname, href } = new URL(known);
    const stale = pathname === url.pathname && href !== address;
    if (stale) await cache.delete(known);
  }
  await Promise.all(assets.map(async (path) => (await caches.match(path)) ?? cache.add(path)));
  const headers = new Headers(response.headers);
  headers.set(keptAt, at.toISOString());
  await cache.put(address, new Response(html, { headers }));
}

/** Keeps a page that was reached without loading a document, unless it was kept a moment ago. */
export async function fetchKeptPage(url: URL, at: Date): Promise<void> {
  if (!isKept(url.pathname)) return;
  for (const name of await keptCaches()) {
    const kept = await copyFor(await caches.open(name), url);
    const before = Date.parse(kept?.headers.get(keptAt) ?? "");
    if (at.getTime() - before < freshMs) return;
  }
  const response = await fetch(url, { credentials: "same-origin", redirect: "error" });
  if (response.ok) await keepPage(url, response, at);
}

/** The kept copy of this page, dated; null when there is none, or only one of another district. */
export async function keptPage(url: URL): Promise<Response | null> {
  for (const name of await keptCaches()) {
    const kept = await copyFor(await caches.open(name), url);
    const at = kept?.headers.get(keptAt);
    if (!kept || !at) continue;
    const locale = url.pathname.startsWith("/en/") ? "en" : "lo";
    const headers = new Headers(kept.headers);
    return new Response(dated(await kept.text(), locale, at), { headers });
  }
  return null;
}
