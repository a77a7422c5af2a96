// The last attention page and brief of one reader, for a meeting room without a signal. No other page that needs signing
// in is ever kept.
const prefix = "connect-kept-";

export const keptCacheOf = (reader: string) => prefix + reader;

export async function keptCaches(): Promise<string[]> {
  if (!globalThis.caches) return [];
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** After signing out, a refusal, or when somebody else uses this device. */
export async function deleteKeptPages({ except }: { except?: string } = {}): Promise<void> {
  const names = await keptCaches();
  await Promise.all(names.filter((name) => name !== prefix + except).map((name) => caches.delete(name)));
}
