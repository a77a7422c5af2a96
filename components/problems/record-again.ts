import type { RecordType } from "@/lib/changes/registry";
import { localStore, openedStore } from "@/lib/sync/local-store";
import type { NewRecord } from "@/lib/sync/record";

/** Writes a record whose id follows from what it is about; one that was deleted before comes back with it. */
export async function recordAgain<T extends RecordType>(
  input: NewRecord<T> & { subject: string },
): Promise<string> {
  const before = await openedStore()?.db.records.get([input.type, input.subject]);
  if (before?.deletedAt) await localStore.undoRemove(input.type, input.subject);
  return localStore.record(input);
}
