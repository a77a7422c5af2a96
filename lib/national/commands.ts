import "server-only";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { id } from "@/lib/changes/fields";
import { identityOf } from "@/lib/changes/identity";
import type { Fields } from "@/lib/changes/merge";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { NationalTargetFields, NationalValueFields } from "./schema";

const number = z.coerce.number();
/** A form leaves out what is empty: no province is the nation. */
const area = id.optional().transform((province) => province ?? null);

export const SaveTarget = NationalTargetFields.extend({
  ...formOfRecord,
  provinceId: area,
  year: number.pipe(NationalTargetFields.shape.year),
  value: number.pipe(NationalTargetFields.shape.value),
});
export const SaveValue = NationalValueFields.extend({
  ...formOfRecord,
  provinceId: area,
  value: number.pipe(NationalValueFields.shape.value),
}).refine(({ from, to }) => from <= to, { path: ["to"], params: { code: "order" } });

type Saved = Readonly<{ changeId: string; seen: Readonly<Record<string, string>> }> & Fields;

/** A target that is new, or a correction of one; which one it is follows from indicator, year and place. */
export const saveTarget = (actor: Actor, input: z.infer<typeof SaveTarget>): Promise<void> =>
  save(actor, "nationalTarget", input);
export const saveValue = (actor: Actor, input: z.infer<typeof SaveValue>): Promise<void> =>
  save(actor, "nationalValue", input);

async function save(actor: Actor, type: "nationalTarget" | "nationalValue", input: Saved): Promise<void> {
  requireCan(actor, "national.record");
  await withScope(actor.scope, (tx) => saveWithin(tx, actor, type, input));
}

async function saveWithin(
  tx: Transaction,
  actor: Actor,
  type: "nationalTarget" | "nationalValue",
  input: Saved,
) {
  const { changeId, seen: versions, ...fields } = input;
  const subject = (await identityOf(type, fields)) as string;
  try {
    await saveRecord(tx, actor, { type, subject, fields, versions, changeId });
  } catch (error) {
    const isNew = Object.keys(versions).length === 0;
    if (isNew && error instanceof AppError && error.code === "stale")
      throw new AppError("invalid", { fields: { value: "exists" } });
    throw error;
  }
}
