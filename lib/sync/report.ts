import { now } from "@/lib/clock";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { deviceId } from "./device-key";
import type { Transport } from "./transport";
import { countUnsettled } from "./unsettled";

const atLeastEveryMs = 30 * 60_000;
type Reported = { counts: string; at: number };

/** Tells the server how much waits on this phone, when that has changed or half an hour has passed. */
export async function reportPhone(db: FieldDatabase, transport: Transport): Promise<void> {
  if (!(await readKnown(db, "deviceRegistered"))) return;
  const { unsent, photos, conflicts, rejects } = await countUnsettled(db);
  const counts = { waiting: unsent - photos, photos, conflicts, rejects };
  const before = await readKnown<Reported>(db, "reported");
  const at = now().getTime();
  if (before?.counts === JSON.stringify(counts) && Math.abs(at - before.at) < atLeastEveryMs) return;
  await transport.report({ device: await deviceId(db), ...counts });
  await writeKnown(db, "reported", { counts: JSON.stringify(counts), at } satisfies Reported);
}
