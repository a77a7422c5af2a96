import type { FieldDatabase } from "@/lib/sync/database";
import { type Transport, TransportError } from "@/lib/sync/transport";

/**
 * Sends the sealed interviews of every batch whose record the server has taken. Sending one again is harmless; one that
 * the server refuses stays, with its reason, and stops no other.
 */
export async function sendBatches(db: FieldDatabase, transport: Transport): Promise<void> {
  for (const { id, sealed } of await db.trustBatches.where("state").equals("waiting").toArray()) {
    const announced = await db.outbox.where("subject").equals(id).first();
    if (announced?.state === "rejected") {
      await refuse(db, id, announced.answer?.code ?? "invalid");
      continue;
    }
    if (announced && announced.state !== "received") continue;
    try {
      await transport.deliver({ batch: id, sealed: [...sealed] });
      await db.trustBatches.update(id, { state: "received" });
    } catch (error) {
      if (!(error instanceof TransportError) || error.kind !== "refused") throw error;
      await refuse(db, id, error.code);
    }
  }
}

const refuse = (db: FieldDatabase, id: string, code: string) =>
  db.trustBatches.update(id, { state: "rejected", code });
