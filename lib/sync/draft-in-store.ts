import { sameValue } from "@/lib/changes/canonical";
import type { FieldDatabase } from "./database";
import type { Draft } from "./draft-journal";
import type { NewRecord } from "./record";

/** What the store still lacks of an entry whose tab was killed: nothing that it took, and nothing entered anew since. */
export async function stillToStore(
  db: FieldDatabase,
  { input, writtenAt }: Draft,
): Promise<NewRecord | null> {
  const row = input.subject ? await db.records.get([input.type, input.subject]) : undefined;
  if (!row) return input;
  if (input.operation === "delete") return row.deletedAt === null ? input : null;
  if (input.operation === "undelete") return row.deletedAt === null ? null : input;
  const since = await db.outbox
    .where("subject")
    .equals(row.id)
    .filter(({ savedAt }) => savedAt > writtenAt)
    .toArray();
  const anew = new Set(since.flatMap(({ change }) => Object.keys(change.fields)));
  const lacking = Object.entries(input.fields).filter(
    ([name, value]) => !anew.has(name) && !sameValue(row.fields[name], value),
  );
  return lacking.length === 0 ? null : { ...input, fields: Object.fromEntries(lacking) };
}
