const cacheName = "connect-former-chunks";

type Shell = Readonly<{ precacheName: string; urls: readonly string[] }>;

/**
 * A tab that was open before an update goes on with its own scripts: those that the new version no longer names are set
 * aside before the precache drops them. Called while installing, when the old ones are certainly still there.
 */
export async function keepFormerChunks({ precacheName, urls }: Shell): Promise<void> {
  const named = new Set(urls);
  const precache = await caches.open(precacheName);
  const former = (await precache.keys()).filter(
    ({ url }) => new URL(url).pathname.startsWith("/_next/static/") && !named.has(url),
  );
  if (former.length === 0) return;
  await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  for (const request of former) {
    const response = await precache.match(request);
    if (response) await cache.put(request.url, response);
  }
}
