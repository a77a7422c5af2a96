import { Dexie } from "dexie";
import { FieldDatabase, readKnown } from "@/lib/sync/database";
import { deviceId } from "@/lib/sync/device-key";
import { exchange } from "@/lib/sync/exchange";
import { askBootstrap, httpTransport, TransportError } from "@/lib/sync/transport";

/**
 * Sends what waits of the person who is signed in, when no page is open to do it. Nobody else's store is opened. Throws
 * only what the browser should try again.
 */
async function connectSend(): Promise<void> {
  try {
    await sendFor((await askBootstrap(null)).me.userId);
  } catch (error) {
    const again = error instanceof TransportError && (error.kind === "offline" || error.kind === "later");
    if (again || !(error instanceof TransportError)) throw error;
  }
}

async function sendFor(reader: string): Promise<void> {
  if (!(await Dexie.exists(`connect-${reader}`))) return;
  const db = new FieldDatabase(reader);
  try {
    // A PIN seals the store: nobody is there to give it.
    if (await readKnown(db, "lock")) return;
    const transport = httpTransport(reader, await deviceId(db));
    await navigator.locks.request(`sync-${db.name}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      await exchange(db, transport, false);
    });
  } finally {
    db.close();
  }
}

Object.assign(globalThis, { connectSend });
