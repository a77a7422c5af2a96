/** `full`: no space. `closed`: another window has a newer version of the store. `failed`: the phone could not write. */
export type StorageTrouble = "full" | "closed" | "failed";

let trouble: StorageTrouble | null = null;
const watchers = new Set<() => void>();

/** Why the last entry could not be stored; null once the person has read it. */
export const storageTrouble = (): StorageTrouble | null => trouble;

export function watchTrouble(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function tell(next: StorageTrouble | null): void {
  trouble = next;
  for (const watcher of watchers) watcher();
}

type Caught = { name?: string; inner?: unknown } | null;

/** What IndexedDB and Dexie say when it is the storage, and not the entry, that is wrong; null for anything else. */
export function troubleOf(error: unknown): StorageTrouble | null {
  const { name, inner } = (error as Caught) ?? {};
  if (name === "QuotaExceededError") return "full";
  if (inner && inner !== error && troubleOf(inner)) return troubleOf(inner);
  if (["DatabaseClosedError", "VersionError", "InvalidStateError", "VersionChangeError"].includes(name ?? ""))
    return "closed";
  const known = [
    "AbortError",
    "OpenFailedError",
    "UnknownError",
    "DataError",
    "TimeoutError",
    "MissingAPIError",
  ];
  return known.includes(name ?? "") ? "failed" : null;
}

/** Tells the screens when an entry was not stored. */
export function tellTrouble(error: unknown): void {
  const found = troubleOf(error);
  if (found) tell(found);
}

/** The same for whoever waits for the entry, and must not think that it was stored. */
export function notStored(error: unknown): never {
  tellTrouble(error);
  throw error;
}

export const understood = () => tell(null);
