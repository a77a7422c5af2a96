type Held = Readonly<{ release: () => void; released: Promise<unknown> }>;
const held = new Map<string, Held>();
const nameOf = (store: string) => `window-${store}`;

/** Every window that has a store open holds this, so that sealing it anew can tell whether it is alone. */
export function holdWindow(store: string): void {
  if (!globalThis.navigator?.locks || held.has(store)) return;
  let release = () => {};
  const kept = new Promise<void>((resolve) => {
    release = resolve;
  });
  const released = navigator.locks.request(nameOf(store), { mode: "shared" }, () => kept);
  held.set(store, { release, released });
}

/** Runs `work` while no other window has the store open; false when one has. New windows wait until it is done. */
export async function aloneWith(store: string, work: () => Promise<void>): Promise<boolean> {
  if (!globalThis.navigator?.locks) return false;
  const own = held.get(store);
  own?.release();
  await own?.released;
  held.delete(store);
  try {
    return await navigator.locks.request(nameOf(store), { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  } finally {
    holdWindow(store);
  }
}
