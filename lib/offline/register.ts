import { outboxTag, sendMessage, workerAddress } from "./names";

let registering: Promise<ServiceWorkerRegistration | null> | undefined;

/** Keeps the capture screens on this device, from the first visit on. Null where the browser offers no worker. */
export function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  registering ??= register();
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (process.env.NODE_ENV !== "production" || !navigator.serviceWorker) return null;
  try {
    return await navigator.serviceWorker.register(workerAddress, { scope: "/", updateViaCache: "none" });
  } catch {
    // No network just now, or a browser that refuses: the screens work as before, and the next visit asks again.
    registering = undefined;
    return null;
  }
}

type BackgroundSync = { register: (tag: string, options?: { minInterval: number }) => Promise<void> };
type Syncing = ServiceWorkerRegistration & { sync?: BackgroundSync; periodicSync?: BackgroundSync };
const twiceADayMs = 12 * 3_600_000;

/** Asks the browser to wake the worker when there is a network, even with every page closed. Where it cannot, nothing is lost. */
export async function askBackgroundSync(): Promise<void> {
  const registration = (await registerWorker()) as Syncing | null;
  await registration?.sync?.register(outboxTag).catch(() => {});
  await registration?.periodicSync?.register(outboxTag, { minInterval: twiceADayMs }).catch(() => {});
}

/** Calls when the worker says that there is a network. Returns how to stop listening. */
export function onSendAsked(send: () => void): () => void {
  const heard = (event: MessageEvent) => event.data?.type === sendMessage && send();
  navigator.serviceWorker?.addEventListener("message", heard);
  return () => navigator.serviceWorker?.removeEventListener("message", heard);
}
