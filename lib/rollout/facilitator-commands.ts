import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { id } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { FacilitatorFields, FacilitatorTrainingFields } from "./schema";

const filled = z.string().trim().min(1);
const form = { changeId: id, subject: id };

/** Who facilitates, in the district they work from. */
export const AddFacilitator = FacilitatorFields.extend({
  ...form,
  district: id,
  name: FacilitatorFields.shape.name.pipe(filled),
  office: FacilitatorFields.shape.office.pipe(filled),
});

export async function addFacilitator(actor: Actor, input: z.infer<typeof AddFacilitator>): Promise<void> {
  const { changeId, subject, district, ...fields } = input;
  const change = newChange({ type: "facilitator", subject, place: district, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}

/** Who was trained: `person` is the facilitator and the district of their record. */
export const AddTraining = FacilitatorTrainingFields.omit({ facilitatorId: true }).extend({
  ...form,
  person: z
    .string()
    .transform((text) => text.split("@"))
    .pipe(z.tuple([id, id])),
  topic: FacilitatorTrainingFields.shape.topic.pipe(filled),
  days: z.coerce.number().pipe(z.number().int().min(1).max(60)).optional(),
});

export async function addTraining(actor: Actor, input: z.infer<typeof AddTraining>): Promise<void> {
  const { changeId, subject, person, ...rest } = input;
  const [facilitatorId, place] = person;
  const fields = { ...rest, facilitatorId };
  const change = newChange({ type: "facilitatorTraining", subject, place, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
