import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { Verb } from "@/lib/access/roles";
import { AppError } from "@/lib/errors";
import type { Training } from "./schema";

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
export type TrainingView = Training &
  Readonly<{
    id: string;
    facilityLo: string | null;
    facilityEn: string | null;
    districtLo: string;
    districtEn: string;
  }>;
export type TrainingsPage = Readonly<{
  trainings: readonly TrainingView[];
  facilities: readonly (Named & { districtId: string })[];
}>;

/** Everybody of the place, and mentors, who hold them. */
export const trainingReaders: readonly Verb[] = ["record.read", "training.record"];

/** Trainings of the districts this actor reads, the newest first, and where the next may be held. */
export function trainingsPage(actor: Actor): Promise<TrainingsPage> {
  if (!trainingReaders.some((verb) => can(actor, verb))) throw new AppError("forbidden");
  const { districtIds, mentorshipDistrictIds } = actor.scope;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<TrainingsPage>(sql`
      select (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
          select t.id, t.topic, t.title, t.facility_id as "facilityId", t.date::text as date, t.days, t.attendees, t.scores,
            t.refresher_due::text as "refresherDue", t.refreshes_id as "refreshesId", t.note, f.name_lo as "facilityLo",
            f.name_en as "facilityEn", p.name_lo as "districtLo", p.name_en as "districtEn"
          from trainings t join places p on p.id = t.district_id left join facilities f on f.id = t.facility_id
          where t.deleted_at is null order by t.date desc, t.id limit 200) r) as trainings,
        (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
          select f.id, f.name_lo as "nameLo", f.name_en as "nameEn", f.district_id as "districtId" from facilities f
          where f.valid_to is null and f.district_id = any(${sql.param([...districtIds, ...mentorshipDistrictIds])}::uuid[])
          order by f.type, f.name_lo limit 300) r) as facilities`);
    return row as TrainingsPage;
  });
}
