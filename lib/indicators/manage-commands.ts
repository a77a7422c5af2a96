import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { identityOf } from "@/lib/changes/identity";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { DataElementFields, IndicatorFields } from "./schema";

const number = z.coerce.number();
const yes = z.literal("on").optional().transform(Boolean);
const listed = (text: unknown) =>
  String(text ?? "")
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);
const codes = <T extends z.ZodType>(type: T) => z.preprocess(listed, type);
const several = <T extends z.ZodType>(type: T) => z.preprocess((value) => [value ?? []].flat(), type);
const form = {
  ...formOfRecord,
  position: number.pipe(DataElementFields.shape.position),
  teamOnly: yes,
  active: yes,
};

export const SaveElement = DataElementFields.extend({
  ...form,
  reporters: several(DataElementFields.shape.reporters),
  atMost: codes(z.array(DataElementFields.shape.code).max(10)),
  maximum: number.optional(),
});
export const SaveIndicator = IndicatorFields.extend({
  ...form,
  factor: number.pipe(IndicatorFields.shape.factor),
  numerator: codes(IndicatorFields.shape.numerator),
  denominator: codes(z.array(IndicatorFields.shape.numerator.element).max(10)),
});
type Kind = "dataElement" | "indicator";

/** A new element, or what has changed of one; its code is what it is, for good. */
export const saveElement = (actor: Actor, input: z.infer<typeof SaveElement>) => {
  const wanted = input.atMost;
  return save(actor, { type: "dataElement", input, wanted });
};

export const saveIndicator = (actor: Actor, input: z.infer<typeof SaveIndicator>) => {
  const wanted = [...input.numerator, ...input.denominator].map((term) => term.replace(/^-/, ""));
  if (input.denominator.length > 0 && input.populationKind)
    throw new AppError("invalid", { fields: { populationKind: "one" } });
  return save(actor, { type: "indicator", input, wanted });
};

type Saving = {
  type: Kind;
  input: z.infer<typeof SaveElement> | z.infer<typeof SaveIndicator>;
  /** Codes of elements that it names. */
  wanted: readonly string[];
};

async function save(actor: Actor, { type, input, wanted }: Saving): Promise<void> {
  const { changeId, seen: versions, ...fields } = input;
  const subject = await identityOf(type, fields);
  if (!subject) throw new AppError("invalid");
  await withScope(actor.scope, async (tx) => {
    await refuseUnknown(tx, wanted);
    await saveRecord(tx, actor, { type, subject, fields, versions, changeId });
  });
}

async function refuseUnknown(tx: Transaction, wanted: readonly string[]): Promise<void> {
  const list = `{${wanted.join(",")}}`;
  const missing = await tx.execute<{ code: string }>(sql`
    select w.code from unnest(${list}::text[]) as w(code)
    where not exists (select from data_elements e where e.code = w.code and e.deleted_at is null)`);
  if (missing.length > 0)
    throw new AppError("invalid", { fields: { codes: missing.map(({ code }) => code).join(", ") } });
}
