import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan, type Whereabouts } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { id, prose } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { PopulationFigureFields, VerificationFields } from "./schema";

export const VerifyReport = z.object({
  /** Made with the form, so that sending it twice says it once. */
  changeId: id,
  subject: id,
  reportId: id,
  seen: VerificationFields.shape.seen,
  verdict: z.enum(["verified", "returned"]),
  note: prose.optional(),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

/** Says of the values on the screen that they are right, or that somebody must look again; not of one's own, nor of others. */
export async function verifyReport(actor: Actor, input: VerifyReport): Promise<void> {
  const { changeId, subject, reportId, seen, verdict, note } = input;
  await withScope(actor.scope, async (tx) => {
    const [report] = await tx.execute<Whereabouts & { place: string; digest: string; own: boolean }>(sql`
      select coalesce(r.village_id, r.district_id) as place, r.digest, r.district_id as "districtId", r.village_id as "villageId",
        exists (select from changes c where c.subject_id = r.id and c.author_id = ${actor.userId}) as own
      from reports r where r.id = ${reportId} and r.submitted and r.deleted_at is null`);
    if (!report) throw new AppError("not_found");
    requireCan(actor, "report.verify", report);
    if (report.own) throw new AppError("forbidden", { reason: "own" });
    if (report.digest !== seen) throw new AppError("stale");
    if (verdict === "returned" && !note?.trim())
      throw new AppError("invalid", { fields: { note: "required" } });
    const verified = verdict === "verified";
    const fields = { reportId, verified, seen, date: today(), note: note ?? null };
    const change = newChange({ type: "verification", subject, place: report.place, fields, madeAt: now() });
    await applyOnce(tx, actor, { ...change, id: changeId });
  });
}

const typed = z.coerce.number();

export const RecordFigure = PopulationFigureFields.omit({ facilityId: true }).extend({
  changeId: id,
  subject: id,
  /** The village it counts, or the district. */
  place: id,
  year: typed.pipe(PopulationFigureFields.shape.year),
  value: typed.pipe(PopulationFigureFields.shape.value),
});
export type RecordFigure = z.infer<typeof RecordFigure>;

/** How many people of a kind live there in a year, and how that is known; an earlier figure stays beside it. */
export async function recordFigure(actor: Actor, input: RecordFigure): Promise<void> {
  const { changeId, subject, place, ...fields } = input;
  const change = newChange({ type: "populationFigure", subject, place, fields, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}
