/// <reference lib="webworker" />
import { type PrecacheEntry, Serwist } from "serwist";
import { keepFormerChunks } from "@/lib/offline/former-chunks";
import { fetchKeptPage } from "@/lib/offline/kept-pages";
import { keepMessage, outboxTag, senderAddress, sendMessage, shellOf } from "@/lib/offline/names";
import { answerNavigation } from "@/lib/offline/navigation";

declare const self: ServiceWorkerGlobalScope & {
  /** Put there by scripts/service-worker.mjs, after the build. */
  connectShell: PrecacheEntry[];
  /** What `senderAddress` defines. */
  connectSend?: () => Promise<void>;
};

// No skipWaiting: a new version waits until the person agrees in every tab (lib/offline/new-version.ts).
const serwist = new Serwist({ precacheEntries: self.connectShell, clientsClaim: true });

serwist.registerCapture(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === "navigate" && shellOf(url.pathname) !== null,
  async ({ request, url }) => {
    const shell = await serwist.matchPrecache(shellOf(url.pathname) as string);
    return shell ?? fetch(request);
  },
);
serwist.registerCapture(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === "navigate" && !/^\/(?:api|v|offline)\//.test(url.pathname),
  ({ request, url, event }) =>
    answerNavigation(request, url, {
      fetch: (asked) => fetch(asked),
      records: recordsHere,
      later: (work) => event.waitUntil(work),
      now: () => new Date(),
      styles: () => serwist.getPrecachedUrls().filter((address) => address.endsWith(".css")),
    }),
);
serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
  // Of the version before, for a tab still open in it; or of a kept page.
  async ({ request }) => (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request),
);

self.addEventListener("install", (event) => {
  // Imported once while installing, so that the browser keeps it for a time without network.
  self.importScripts(senderAddress);
  const precacheName = serwist.precacheStrategy.cacheName;
  event.waitUntil(keepFormerChunks({ precacheName, urls: serwist.getPrecachedUrls() }));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === keepMessage)
    event.waitUntil(fetchKeptPage(new URL(event.data.address), new Date()));
});

/** Somebody who records has used this device: a store of theirs is here. */
async function recordsHere(): Promise<boolean> {
  const stores = (await indexedDB.databases?.()) ?? [];
  return stores.some(({ name }) => name?.startsWith("connect-"));
}

/** A page that is open sends by itself; with none the worker does. */
async function sendOutbox(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window" });
  const field = pages.filter(({ url }) => shellOf(new URL(url).pathname) !== null);
  for (const page of field) page.postMessage({ type: sendMessage });
  if (field.length > 0) return;
  self.importScripts(senderAddress);
  await self.connectSend?.();
}

type TaggedEvent = ExtendableEvent & { readonly tag: string };
for (const kind of ["sync", "periodicsync"]) {
  self.addEventListener(kind, (event) => {
    const tagged = event as TaggedEvent;
    if (tagged.tag === outboxTag) tagged.waitUntil(sendOutbox());
  });
}

serwist.addEventListeners();
