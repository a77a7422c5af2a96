import type { ChangeAnswer } from "@/lib/changes/schema";
import { now } from "@/lib/clock";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { deviceId, signChange } from "./device-key";
import type { OutboxItem, OutboxState } from "./rows";
import { type Transport, TransportError } from "./transport";
import { wireLimits } from "./wire-limits";

/** What is left to say on a phone after it was withdrawn. */
export type Withdrawn = Readonly<{ at: string; handedOver: number; pictures: number }>;

// The server has what is held or in conflict; what it refused is on this phone only.
const onlyHere: readonly OutboxState[] = ["waiting", "sending", "rejected"];
// The lock too: what is sealed and not handed over yet must still open.
const identity = ["deviceId", "deviceKeys", "lock"];

/**
 * An administrator has withdrawn this phone: it deletes everything it was sent, hands over what only it has (the server
 * quarantines it), then deletes that too. Pictures that no server has stay. Throws while the way is closed; the next
 * contact goes on from there.
 */
export async function leaveForGood(db: FieldDatabase, transport: Transport): Promise<void> {
  const device = await deviceId(db);
  await dropReceived(db);
  const unsent = await db.outbox.toCollection().sortBy("seq");
  const size = wireLimits.batch;
  for (let at = 0; at < unsent.length; at += size) await handOver(db, transport, unsent.slice(at, at + size));
  for (const key of identity) await db.known.delete(key);
  // Only for the list in the office: the phone is empty, whether it can still say so or not.
  await transport.farewell({ device, changes: [], wiped: true }).catch(() => null);
}

/** Also without the PIN: nothing needs to be read for it. */
export async function dropReceived(db: FieldDatabase): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const before = await readKnown<Withdrawn>(db, "withdrawn");
    await db.records.clear();
    await db.outbox.where("state").noneOf(onlyHere).delete();
    await db.media.where("state").equals("received").delete();
    await db.known.where("key").noneOf(identity).delete();
    const pictures = await db.media.count();
    const handedOver = before?.handedOver ?? 0;
    await writeKnown(db, "withdrawn", { at: now().toISOString(), handedOver, pictures } satisfies Withdrawn);
  });
}

async function handOver(db: FieldDatabase, transport: Transport, items: OutboxItem[]): Promise<void> {
  const changes = await Promise.all(
    items.map(({ change }) => (change.signature ? change : signChange(db, change))),
  );
  const { answers } = await transport.farewell({ device: await deviceId(db), changes, wiped: false });
  const taken = new Set(answers.filter(isSettled).map(({ id }) => id));
  await db.transaction("rw", db.outbox, db.known, async () => {
    const gone = items.filter(({ id }) => taken.has(id));
    for (const { seq } of gone) if (seq) await db.outbox.delete(seq);
    const before = await readKnown<Withdrawn>(db, "withdrawn");
    if (before) await writeKnown(db, "withdrawn", { ...before, handedOver: before.handedOver + gone.length });
  });
  if (taken.size < items.length) throw new TransportError("later", "farewell");
}

/** Taken, or refused for what is in it: the server's last word either way. */
const isSettled = ({ status, code }: ChangeAnswer) => status !== "rejected" || code !== "throttled";
