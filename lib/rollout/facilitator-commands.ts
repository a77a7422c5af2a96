import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import type { Fields } from "@/lib/changes/merge";
import { newChange } from "@/lib/changes/new-change";
import { formOfRecord } from "@/lib/changes/save-record";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { FacilitatorFields, FacilitatorTrainingFields } from "./schema";

const filled = z.string().trim().min(1);
const form = { changeId: id, subject: id };

/** Who facilitates, in the district they work from; `seen`, when it is a correction. */
export const SaveFacilitator = FacilitatorFields.omit({ note: true }).extend({
  ...form,
  seen: formOfRecord.seen.optional(),
  district: id,
  name: FacilitatorFields.shape.name.pipe(filled),
  office: FacilitatorFields.shape.office.pipe(filled),
});

export async function saveFacilitator(actor: Actor, input: z.infer<typeof SaveFacilitator>): Promise<void> {
  const { changeId, subject, district: place, seen, name, office, from = null, to = null } = input;
  if (from && to && to < from) throw new AppError("invalid", { fields: { to: "order" } });
  await save(
    actor,
    { type: "facilitator", subject, place, seen, fields: { name, office, from, to } },
    changeId,
  );
}

/** Who was trained: `person` is the facilitator and the district of their record. */
export const SaveTraining = FacilitatorTrainingFields.omit({ facilitatorId: true }).extend({
  ...form,
  seen: formOfRecord.seen.optional(),
  person: z
    .string()
    .transform((text) => text.split("@"))
    .pipe(z.tuple([id, id])),
  topic: FacilitatorTrainingFields.shape.topic.pipe(filled),
  days: z.coerce.number().pipe(z.number().int().min(1).max(60)).optional(),
});

export async function saveTraining(actor: Actor, input: z.infer<typeof SaveTraining>): Promise<void> {
  const { changeId, subject, person, seen, date, topic, venue = null, days = null } = input;
  const [facilitatorId, place] = person;
  const fields = { date, topic, venue, days, facilitatorId };
  await save(actor, { type: "facilitatorTraining", subject, place, seen, fields }, changeId);
}

type Saving = Readonly<{
  type: "facilitator" | "facilitatorTraining";
  subject: string;
  place: string;
  seen: Readonly<Record<string, string>> | undefined;
  fields: Fields;
}>;

/** What the form does not show stays as it is. */
async function save(actor: Actor, { seen = {}, fields, ...of }: Saving, changeId: string): Promise<void> {
  const base = Object.fromEntries(Object.keys(fields).map((name) => [name, seen[name] ?? null]));
  const change = newChange({ ...of, fields: fields as never, base, madeAt: now() });
  const answer = await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
  if (answer.status === "conflict") throw new AppError("stale");
}
