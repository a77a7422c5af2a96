import { sameValue } from "@/lib/changes/canonical";
import type { FieldDatabase } from "./database";
import type { NewRecord } from "./record";

/** Whether the store took this entry before its tab was killed. */
export async function isInStore(db: FieldDatabase, input: NewRecord): Promise<boolean> {
  const row = input.subject ? await db.records.get([input.type, input.subject]) : undefined;
  if (!row) return false;
  if (input.operation === "delete") return row.deletedAt !== null;
  if (input.operation === "undelete") return row.deletedAt === null;
  const fields = Object.entries(input.fields);
  return fields.every(([name, value]) => sameValue(row.fields[name], value));
}
