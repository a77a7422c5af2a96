import { registerWorker } from "./register";

/**
 * `waiting`: a newer version is on the device and waits for this tab to agree. `agreed`: this tab has, others have not.
 * `replaced`: the newer one is at work, and this tab goes on with the old scripts until it is reloaded.
 */
export type VersionState = "current" | "waiting" | "agreed" | "replaced";

const lockName = "connect-tab";
const hourMs = 3_600_000;

let started = false;
let state: VersionState = "current";
let registration: ServiceWorkerRegistration | null = null;
let release: (() => void) | null = null;
const watchers = new Set<() => void>();

export const versionState = () => state;

export function watchVersion(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function become(next: VersionState): void {
  state = next;
  for (const watcher of watchers) watcher();
}

/** Every open tab holds the lock together with the others; whoever may hold it alone knows that all have agreed. */
function holdTab(): void {
  void navigator.locks?.request(lockName, { mode: "shared" }, () => {
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  });
}

function noticeWaiting(): void {
  if (registration?.waiting && navigator.serviceWorker.controller && state === "current") become("waiting");
}

function follow(found: ServiceWorkerRegistration): void {
  registration = found;
  noticeWaiting();
  found.addEventListener("updatefound", () => {
    found.installing?.addEventListener("statechange", noticeWaiting);
  });
  const ask = () => navigator.onLine && void found.update().catch(() => {});
  setInterval(ask, hourMs);
  addEventListener("online", ask);
}

/** Once per tab: keeps the screens on the device and watches for a newer version. */
export async function watchForNewVersion(): Promise<void> {
  if (started || !navigator.serviceWorker) return;
  started = true;
  // The first worker ever takes over a page that came from the network: nothing of it is old.
  let first = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!first || state === "agreed") changeOver();
    first = false;
  });
  const found = await registerWorker();
  if (!found) return;
  holdTab();
  follow(found);
}

function changeOver(): void {
  if (state === "agreed") location.reload();
  else become("replaced");
}

/** The person agrees: this tab waits for the others, then every one of them starts anew. */
export async function agreeToNewVersion(): Promise<void> {
  if (state === "replaced") return location.reload();
  become("agreed");
  release?.();
  await navigator.locks.request(lockName, async () => {
    registration?.waiting?.postMessage({ type: "SKIP_WAITING" });
    // Held until the page is gone, so that no tab is asked twice.
    await new Promise(() => {});
  });
}
