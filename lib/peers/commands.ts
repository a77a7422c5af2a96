import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { id, isoDate } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf } from "@/lib/changes/registry";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { versionsOf } from "@/lib/plans/queries";
import { NetworkFields, PeerLinkFields, PeerVisitFields } from "./schema";

/** Made with the form, so that sending it twice makes one record. */
const made = { changeId: id, subject: id, place: id };
const people = z.coerce.number().int().min(1).max(1_000_000).optional();

export const LinkVillages = PeerLinkFields.omit({ until: true }).extend(made);
export const AddPeerVisit = PeerVisitFields.extend({ ...made, people }).refine(
  ({ plannedDate, heldDate }) => plannedDate || heldDate,
  { path: ["plannedDate"], message: "required" },
);
export const HoldPeerVisit = z.object({ changeId: id, place: id, visitId: id, heldDate: isoDate, people });
export const EndPeerLink = z.object({ changeId: id, place: id, linkId: id, until: isoDate });

const offices = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
export const SaveNetwork = NetworkFields.extend({
  ...formOfRecord,
  subject: id,
  place: id,
  size: z.coerce.number().int().min(0).max(1_000_000).optional(),
  administrators: offices.pipe(NetworkFields.shape.administrators),
});

type New = "peerLink" | "peerVisit";
type Made<T extends New> = { changeId: string; subject: string; place: string } & FieldsOf<T>;

function recordNew<T extends New>(type: T, { changeId, subject, place, ...fields }: Made<T>) {
  return async (actor: Actor): Promise<void> => {
    const change = newChange({ type, subject, place, fields: fields as never, madeAt: now() });
    await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
  };
}

export async function linkVillages(actor: Actor, input: z.infer<typeof LinkVillages>): Promise<void> {
  if (input.guideId === input.place) throw new AppError("invalid", { fields: { guideId: "other" } });
  await recordNew("peerLink", input)(actor);
}
export const addPeerVisit = (actor: Actor, input: z.infer<typeof AddPeerVisit>) =>
  recordNew("peerVisit", input)(actor);

/** A group that is new, or what became of one: other offices, another size, its end. */
export async function saveNetwork(actor: Actor, input: z.infer<typeof SaveNetwork>): Promise<void> {
  const { changeId, seen: versions, subject, place, ...fields } = input;
  await withScope(actor.scope, (tx) =>
    saveRecord(tx, actor, { type: "network", subject, place, fields, versions, changeId }),
  );
}

type Later = { changeId: string; place: string; subject: string };

async function setFields<T extends New>(
  actor: Actor,
  type: T,
  of: Later,
  fields: Partial<FieldsOf<T>>,
): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    const known = (await versionsOf(tx, [of.subject])).get(of.subject);
    const base = Object.fromEntries(Object.keys(fields).map((name) => [name, known?.[name] ?? null]));
    const change = newChange({ type, subject: of.subject, place: of.place, fields, base, madeAt: now() });
    await applyOnce(tx, actor, { ...change, id: of.changeId });
  });
}

export const holdPeerVisit = (
  actor: Actor,
  { visitId, heldDate, people: came, ...of }: z.infer<typeof HoldPeerVisit>,
) =>
  setFields(actor, "peerVisit", { ...of, subject: visitId }, { heldDate, ...(came ? { people: came } : {}) });

export const endPeerLink = (actor: Actor, { linkId, until, ...of }: z.infer<typeof EndPeerLink>) =>
  setFields(actor, "peerLink", { ...of, subject: linkId }, { until });
