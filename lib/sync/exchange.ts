import { sendBatches } from "@/lib/trust/send";
import { pushCarried } from "./carried";
import type { FieldDatabase } from "./database";
import { forgetOldSent } from "./epoch";
import { pullAll } from "./pull";
import { pushAll } from "./push";
import type { Transport } from "./transport";
import { uploadMedia } from "./upload";

/**
 * One round with the server: what waits goes out and, when wished or when a conflict has not been seen yet, what others did
 * comes in. True when it came in. Throws a TransportError when the way closes; whatever was done until then stays done.
 */
export async function exchange(db: FieldDatabase, transport: Transport, pull: boolean): Promise<boolean> {
  // What waits for its parent is asked about again: the parent may have come by another phone.
  const held = db.outbox.where("state").equals("held");
  await held.filter(({ answer }) => answer?.status === "held").modify({ state: "waiting" });
  await pushAll(db, transport);
  await sendBatches(db, transport);
  await pushCarried(db, transport);
  await uploadMedia(db, transport);
  if (!pull && !(await conflictUnseen(db))) return false;
  if (!(await pullAll(db, transport))) return exchange(db, transport, true);
  await forgetOldSent(db);
  return true;
}

/**
 * The server kept a second value of something sent from here, and the pull has not brought it yet: a long transaction
 * elsewhere holds pulls back. Asked for again soon, so that the person hears of it while the matter is fresh.
 */
export async function conflictUnseen(db: FieldDatabase): Promise<boolean> {
  const conflicts = db.outbox.where("state").equals("conflict");
  return (await conflicts.filter(({ pulled }) => !pulled).count()) > 0;
}
