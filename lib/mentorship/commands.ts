import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce, takenBefore } from "@/lib/changes/apply-once";
import { id, isoDate, line } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { actionStatuses } from "@/lib/plans/schema";
import { leavingReasons, menteeStates, mentorLevels, professions } from "./vocabularies";

const once = { changeId: id, subject: id };
const name = line.pipe(z.string().trim().min(1));

export const RegisterMentee = z.object({
  ...once,
  name,
  profession: z.enum(professions),
  facilityId: id,
  mentorId: id.optional(),
  from: isoDate,
  replacesId: id.optional(),
});

type Writing<T extends RecordType> = {
  changeId?: string;
  subject?: string;
  place: string;
  fields: Partial<FieldsOf<T>>;
};

function write<T extends RecordType>(tx: Transaction, actor: Actor, type: T, writing: Writing<T>) {
  const { changeId, ...rest } = writing;
  const change = newChange({ type, ...rest, madeAt: now() });
  return applyOnce(tx, actor, changeId ? { ...change, id: changeId } : change);
}

/** A new mentee; who takes somebody's place is of the replacement track, and the other is told as replaced. */
export async function registerMentee(actor: Actor, input: z.output<typeof RegisterMentee>): Promise<void> {
  const { changeId, subject, replacesId, ...fields } = input;
  await withScope(actor.scope, async (tx) => {
    if (await takenBefore(tx, changeId)) return;
    const place = await districtOfFacility(tx, input.facilityId);
    if (replacesId) await mustBeMentee(tx, replacesId, place);
    const track = replacesId ? ("replacement" as const) : ("new" as const);
    await write(tx, actor, "mentee", { changeId, subject, place, fields: { ...fields, track, replacesId } });
    if (!replacesId) return;
    const status = { menteeId: replacesId, status: "replaced", date: input.from } as const;
    await write(tx, actor, "menteeStatus", { place, fields: status });
  });
}

async function districtOfFacility(tx: Transaction, facility: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select district_id as id from facilities where id = ${facility} and valid_to is null`,
  );
  if (!row) throw new AppError("invalid", { fields: { facilityId: "custom" } });
  return row.id;
}

async function mustBeMentee(tx: Transaction, mentee: string, place: string): Promise<void> {
  const [row] = await tx.execute(
    sql`select 1 from mentees where id = ${mentee} and district_id = ${place} and deleted_at is null`,
  );
  if (!row) throw new AppError("invalid", { fields: { replacesId: "custom" } });
}

export const SetMenteeStatus = z.object({
  changeId: id,
  place: id,
  menteeId: id,
  status: z.enum(menteeStates),
  date: isoDate,
  reason: z.enum(leavingReasons).optional(),
  until: isoDate.optional(),
});

/** On leave, back, left: each with its day, never written over. */
export async function setMenteeStatus(actor: Actor, input: z.output<typeof SetMenteeStatus>): Promise<void> {
  const { changeId, place, ...fields } = input;
  await withScope(actor.scope, (tx) =>
    write(tx, actor, "menteeStatus", { changeId, subject: changeId, place, fields }),
  );
}

export const RegisterMentor = z.object({
  ...once,
  name,
  level: z.enum(mentorLevels),
  profession: z.enum(professions),
  facilityId: id,
  from: isoDate,
});

export async function registerMentor(actor: Actor, input: z.output<typeof RegisterMentor>): Promise<void> {
  const { changeId, subject, ...fields } = input;
  await withScope(actor.scope, async (tx) => {
    const place = await districtOfFacility(tx, input.facilityId);
    await write(tx, actor, "mentor", { changeId, subject, place, fields });
  });
}

export const SetStepStatus = z.object({
  changeId: id,
  place: id,
  stepId: id,
  status: z.enum(actionStatuses),
});

/** How an agreed step stands, told in the office. */
export async function setStepStatus(actor: Actor, input: z.output<typeof SetStepStatus>): Promise<void> {
  const { changeId, place, stepId, status } = input;
  await withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ versions: Record<string, string> }>(
      sql`select versions from subjects where id = ${stepId} and type = 'nextStep'`,
    );
    if (!row) throw new AppError("not_found");
    const { status: seen = null, statusDate = null } = row.versions;
    const fields = { status, statusDate: today() };
    const change = newChange({
      type: "nextStep",
      subject: stepId,
      place,
      fields,
      base: { status: seen, statusDate },
      madeAt: now(),
    });
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}
