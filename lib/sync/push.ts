import type { ChangeAnswer } from "@/lib/changes/schema";
import { batchBytes, firstBatch, learnFromBatch } from "./batch";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { deviceId, signChange, unregisteredDevice } from "./device-key";
import { noteEpoch } from "./epoch";
import { showRecord } from "./layers";
import type { OutboxItem, OutboxState } from "./rows";
import { unsentStates } from "./rows";
import { type Transport, TransportError } from "./transport";
import { wireLimits } from "./wire-limits";

const stateAfter: Readonly<Record<ChangeAnswer["status"], OutboxState>> = {
  accepted: "received",
  duplicate: "received",
  merged: "received",
  conflict: "conflict",
  held: "held",
  quarantined: "held",
  rejected: "rejected",
};

/** Sends everything unsent, oldest first, in batches. Throws a TransportError when the way is closed; nothing is lost then. */
export async function pushAll(db: FieldDatabase, transport: Transport): Promise<void> {
  await registerDevice(db, transport);
  await askAboutQuarantined(db, transport);
  let size: number = wireLimits.batch;
  let registeredAgain = false;
  for (;;) {
    const batch = await sealBatch(db, size);
    if (batch.length === 0) return;
    try {
      await sendBatch(db, transport, batch);
      await learnFromBatch(db, true);
    } catch (error) {
      await release(db, batch);
      if (error instanceof TransportError && error.kind === "offline") await learnFromBatch(db, false);
      if (!registeredAgain && isUnknownHere(error)) {
        registeredAgain = true;
        await db.known.delete("deviceRegistered");
        await registerDevice(db, transport);
        continue;
      }
      const tooLarge = error instanceof TransportError && ["too_large", "413"].includes(error.code);
      if (!tooLarge) throw error;
      if (batch.length === 1) await refuse(db, batch[0] as OutboxItem, "too_large");
      size = Math.max(1, Math.floor(batch.length / 2));
    }
  }
}

/** A server that was restored may have forgotten this phone. */
const isUnknownHere = (error: unknown) => error instanceof TransportError && error.code === "stale";

const askAgainMs = 10 * 60_000;

/** Changes that wait for an administrator: sent again now and then, the server tells what became of them. */
async function askAboutQuarantined(db: FieldDatabase, transport: Transport): Promise<void> {
  // By the server's clock, at its last answer: this phone's may lie.
  const contact = await readKnown<string>(db, "lastReceivedAt");
  if (!contact) return;
  const before = new Date(Date.parse(contact) - askAgainMs).toISOString();
  const held = await db.outbox.where("state").equals("held").sortBy("seq");
  const asked = held.filter(
    ({ answer, receivedAt }) => answer?.status === "quarantined" && (receivedAt ?? "") < before,
  );
  if (asked.length > 0) await sendBatch(db, transport, asked.slice(0, wireLimits.batch));
}

async function registerDevice(db: FieldDatabase, transport: Transport): Promise<void> {
  const device = await unregisteredDevice(db, globalThis.navigator?.userAgent ?? "");
  if (!device) return;
  try {
    await transport.register(device);
  } catch (error) {
    // A phone that was withdrawn still sends: the server says of each change what becomes of it.
    if (!(error instanceof TransportError && error.kind === "refused")) throw error;
  }
  await writeKnown(db, "deviceRegistered", true);
}

/** Takes the oldest unsent changes; those left "sending" by a killed tab are among them. Signed once, then never altered. */
async function sealBatch(db: FieldDatabase, size: number): Promise<OutboxItem[]> {
  const bytes = await batchBytes(db);
  const batch = await db.transaction("rw", db.outbox, async () => {
    // Keys first: thousands may wait, and each batch needs only its own.
    const keys = (await db.outbox.where("state").anyOf(unsentStates).primaryKeys()).sort((a, b) => a - b);
    const oldest = await db.outbox.bulkGet(keys.slice(0, size));
    const first = firstBatch(
      oldest.filter((item) => item !== undefined),
      size,
      bytes,
    );
    const taken = first.map((item) => ({ ...item, state: "sending" as const, sealed: true }));
    await db.outbox.bulkPut(taken);
    return taken;
  });
  const signed = await Promise.all(
    batch.map(async (item) =>
      item.change.signature ? item : { ...item, change: await signChange(db, item.change) },
    ),
  );
  await db.transaction("rw", db.outbox, async () => {
    for (const { seq, change } of signed) if (seq) await db.outbox.update(seq, { change });
  });
  return signed;
}

async function sendBatch(db: FieldDatabase, transport: Transport, batch: OutboxItem[]): Promise<void> {
  const epoch = await readKnown<string>(db, "epoch");
  const answer = await transport.push({
    device: await deviceId(db),
    epoch,
    changes: batch.map(({ change }) => change),
  });
  await db.transaction("rw", db.tables, async () => {
    const answers = new Map(answer.answers.map((one) => [one.id, one]));
    for (const item of batch) await noteAnswer(db, item, { given: answers.get(item.id), at: answer.at });
    await writeKnown(db, "lastReceivedAt", answer.at);
    await noteEpoch(db, answer.epoch);
  });
  // An answer for none of them would send the same batch for ever.
  if (!batch.some((item) => answer.answers.some(({ id }) => id === item.id)))
    throw new TransportError("later", "no_answer");
}

type Given = Readonly<{ given: ChangeAnswer | undefined; at: string }>;

/** Only what the answer says is written: another tab may have pulled this change meanwhile. */
async function noteAnswer(db: FieldDatabase, { seq, type, subject }: OutboxItem, { given, at }: Given) {
  if (!seq) return;
  if (!given) return void (await db.outbox.update(seq, { state: "waiting" }));
  const conflict = given.status === "duplicate" && given.details === "conflict";
  const state = conflict ? "conflict" : stateAfter[given.status];
  await db.outbox.update(seq, { state, answer: given, receivedAt: at });
  if (!given.elsewhere || state === "held") return;
  // The server has it, in a district that this phone does not show: nothing will come back.
  await db.outbox.update(seq, { state: "received", pulled: true });
  const row = await db.records.get([type, subject]);
  if (row) await showRecord(db, type, subject, row);
}

async function release(db: FieldDatabase, batch: OutboxItem[]): Promise<void> {
  await db.transaction("rw", db.outbox, async () => {
    for (const { seq } of batch) {
      const item = seq && (await db.outbox.get(seq));
      if (item && item.state === "sending") await db.outbox.update(seq, { state: "waiting" });
    }
  });
}

async function refuse(db: FieldDatabase, { seq, id }: OutboxItem, code: string): Promise<void> {
  if (seq) await db.outbox.update(seq, { state: "rejected", answer: { id, status: "rejected", code } });
}
