import "server-only";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { applyOnce } from "./apply-once";
import { id } from "./fields";
import type { Fields } from "./merge";
import { newChange } from "./new-change";
import { definitionOf, type RecordType } from "./registry";

/** The versions that a form was opened with, as it sends them back. */
export const seen = z
  .string()
  .max(4000)
  .transform((text, context) => {
    const versions = jsonOf(text);
    if (versions === undefined) context.addIssue({ code: "custom", message: "json" });
    return versions;
  })
  .pipe(z.record(z.string(), id));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What every form of one record sends beside its fields. */
export const formOfRecord = { changeId: id, seen };

type Saving = Readonly<{
  type: RecordType;
  subject: string;
  place?: string | null;
  fields: Fields;
  versions: Readonly<Record<string, string>>;
  changeId: string;
}>;

/**
 * A new record, or every field of one as its form has it; what was emptied says so. Somebody else's change that the form had not
 * seen is never set aside: its author is asked to look again.
 */
export async function saveRecord(tx: Transaction, actor: Actor, saving: Saving): Promise<void> {
  const { type, subject, place = null, fields, versions, changeId } = saving;
  const names = Object.keys(definitionOf(type).fields.shape);
  const whole = Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  const change = newChange({ type, subject, place, fields: whole as never, base: versions, madeAt: now() });
  const answer = await applyOnce(tx, actor, { ...change, id: changeId });
  if (answer.status === "conflict") throw new AppError("stale");
}
