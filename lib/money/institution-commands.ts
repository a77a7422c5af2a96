import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { id } from "@/lib/changes/fields";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { AgreementFields, InstitutionFields } from "@/lib/rollout/schema";
import { institutionRegister } from "./institution-queries";
import { followsItself } from "./institutions";

const number = z.coerce.number();
const order = ({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) =>
  !from || !to || from <= to;
const form = { ...formOfRecord, subject: id };

export const SaveInstitution = InstitutionFields.extend(form).refine(order, { path: ["to"] });
export const SaveAgreement = AgreementFields.extend({
  ...form,
  parties: z.preprocess((given) => [given ?? []].flat(), AgreementFields.shape.parties.min(1)),
  amountKip: number.pipe(z.number().int().min(0)).optional(),
  amountUsd: number.pipe(z.number().int().min(0)).optional(),
}).refine(order, { path: ["to"] });

export async function saveInstitution(actor: Actor, input: z.infer<typeof SaveInstitution>): Promise<void> {
  requireCan(actor, "rollout.record");
  const { changeId, seen: versions, subject, ...fields } = input;
  if (fields.successorId) {
    const { institutions } = await institutionRegister(actor);
    if (followsItself(institutions, subject, fields.successorId))
      throw new AppError("invalid", { fields: { successorId: "circle" } });
  }
  await withScope(actor.scope, (tx) =>
    saveRecord(tx, actor, { type: "institution", subject, fields, versions, changeId }),
  );
}

export async function saveAgreement(actor: Actor, input: z.infer<typeof SaveAgreement>): Promise<void> {
  requireCan(actor, "rollout.record");
  const { changeId, seen: versions, subject, ...fields } = input;
  await withScope(actor.scope, (tx) =>
    saveRecord(tx, actor, { type: "agreement", subject, fields, versions, changeId }),
  );
}
