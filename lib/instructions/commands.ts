import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { matterKey } from "@/lib/attention/schema";
import { applyOnce } from "@/lib/changes/apply-once";
import { id, isoDate, line, prose } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { now, today } from "@/lib/clock";
import { type Office, offices } from "@/lib/plans/schema";
import { rolesOfOffice } from "./offices";
import { answerKinds } from "./schema";

/** What a form sends: the place is the village (or district) the instruction is about. */
export const GiveInstruction = z.object({
  /** Made with the form, so that sending it twice gives one instruction. */
  changeId: id,
  subject: id,
  place: id,
  actionId: id.optional(),
  about: matterKey.optional(),
  dialogueId: id.optional(),
  toOffice: z.enum(offices),
  text: prose.pipe(z.string().trim().min(1)),
  due: isoDate.optional(),
});
export type GiveInstruction = z.infer<typeof GiveInstruction>;

export async function giveInstruction(actor: Actor, input: GiveInstruction): Promise<void> {
  const { changeId, subject, place, ...fields } = input;
  await withScope(actor.scope, async (tx) => {
    const delivery = (await hasAccount(tx, place, fields.toOffice)) ? "account" : "tell_in_person";
    const change = newChange({
      type: "instruction",
      subject,
      place,
      fields: { ...fields, date: today(), delivery },
      madeAt: now(),
    });
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}

async function hasAccount(tx: Transaction, place: string, office: Office): Promise<boolean> {
  const roles = rolesOfOffice[office];
  if (!roles) return false;
  const { districtId, villageId } = await whereaboutsOf(tx, place);
  const list = sql.raw(`array[${roles.map((role) => `'${role}'`).join(",")}]::text[]`);
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select office_has_account(${list}, ${districtId}, ${villageId}) as held`,
  );
  return row?.held ?? false;
}

export const AnswerInstruction = z.object({
  changeId: id,
  place: id,
  instructionId: id,
  kind: z.enum(answerKinds),
  office: z.enum(offices),
  note: prose.optional(),
});
export type AnswerInstruction = z.infer<typeof AnswerInstruction>;

export async function answerInstruction(actor: Actor, input: AnswerInstruction): Promise<void> {
  const { changeId, place, ...fields } = input;
  const change = newChange({
    type: "answer",
    subject: changeId,
    place,
    fields: { ...fields, date: today() },
    madeAt: now(),
  });
  await withScope(actor.scope, async (tx) => {
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}

export const RecordDecision = z.object({
  changeId: id,
  subject: id,
  place: id,
  actionId: id.optional(),
  text: prose.pipe(z.string().trim().min(1)),
  meeting: line.optional(),
});
export type RecordDecision = z.infer<typeof RecordDecision>;

export async function recordDecision(actor: Actor, input: RecordDecision): Promise<void> {
  const { changeId, subject, place, ...fields } = input;
  const change = newChange({
    type: "decision",
    subject,
    place,
    fields: { ...fields, date: today() },
    madeAt: now(),
  });
  await withScope(actor.scope, async (tx) => {
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}
