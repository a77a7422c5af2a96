import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import { subjects } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { derivedId } from "@/lib/changes/derived-id";
import { id } from "@/lib/changes/fields";
import { identityOf } from "@/lib/changes/identity";
import type { Fields } from "@/lib/changes/merge";
import { newChange } from "@/lib/changes/new-change";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { now } from "@/lib/clock";
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
  const { changeId, seen, ...fields } = input;
  const subject = (await identityOf(type, fields)) as string;
  const versions = (await broughtBack(tx, actor, { type, subject, changeId })) ?? seen;
  try {
    await saveRecord(tx, actor, { type, subject, fields, versions, changeId });
  } catch (error) {
    const isNew = Object.keys(versions).length === 0;
    if (isNew && error instanceof AppError && error.code === "stale")
      throw new AppError("invalid", { fields: { value: "exists" } });
    throw error;
  }
}

type Found = Readonly<{ type: "nationalTarget" | "nationalValue"; subject: string; changeId: string }>;

/** What was deleted and is entered again stands again, as it is entered now; its versions, or null when nothing was deleted. */
export async function broughtBack(tx: Transaction, actor: Actor, { type, subject, changeId }: Found) {
  const [known] = await tx
    .select()
    .from(subjects)
    .where(and(eq(subjects.id, subject), isNotNull(subjects.deletedAt)));
  if (!known) return null;
  const change = newChange({ type, operation: "undelete", subject, place: null, madeAt: now() });
  await applyOnce(tx, actor, { ...change, id: await derivedId("brought back", changeId) });
  return known.versions;
}
