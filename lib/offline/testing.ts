const addressOf = (key: RequestInfo | URL) =>
  new URL(key instanceof Request ? key.url : key, "http://phone/").href;

/** As much of a browser's cache storage as the worker uses. */
class MemoryCache {
  private readonly kept = new Map<string, Response>();
  match = async (key: RequestInfo | URL) => this.kept.get(addressOf(key))?.clone();
  put = async (key: RequestInfo | URL, response: Response) =>
    void this.kept.set(addressOf(key), response.clone());
  add = (key: RequestInfo | URL) => this.put(key, new Response(""));
  delete = async (key: RequestInfo | URL) => this.kept.delete(addressOf(key));
  keys = async () => [...this.kept.keys()].map((url) => new Request(url));
}

export class MemoryCaches {
  private readonly all = new Map<string, MemoryCache>();
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
  has = async (name: string) => this.all.has(name);
  async open(name: string) {
    const cache = this.all.get(name) ?? new MemoryCache();
    this.all.set(name, cache);
    return cache;
  }
  async match(key: RequestInfo | URL, { cacheName }: { cacheName?: string } = {}) {
    for (const [name, cache] of this.all) {
      const found = !cacheName || name === cacheName ? await cache.match(key) : undefined;
      if (found) return found;
    }
    return undefined;
  }
}
