import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { heldUntil, inVillage } from "@/lib/counts/held-sql";

export type DistrictLine = Readonly<{
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  villages: number;
  actions: number;
  done: number;
  late: number;
  lastWorkshop: string | null;
}>;

/** The districts an actor reviews, each with its villages reached and the actions of their newest plans. One statement. */
export function reviewedDistricts(actor: Actor): Promise<DistrictLine[]> {
  requireCan(actor, "district.review");
  const districtIds = actor.assignments.flatMap((assignment) => assignment.districtIds);
  const ids = `{${districtIds.join(",")}}`;
  const reading = { name: "reviewedDistricts", of: [today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const rows = await tx.execute<DistrictLine>(sql`
      with newest_plans as (
        select distinct on (village_id) id, district_id from plans
        where district_id = any(${ids}::uuid[]) and deleted_at is null and village_id is not null
        order by village_id, coalesce(displayed_date, agreed_date, created_at::date) desc, created_at desc),
      acts as (
        select a.district_id, count(*)::int as actions,
          count(*) filter (where a.status = 'done')::int as done,
          count(*) filter (where a.due < ${today()} and a.status not in ('done', 'dropped'))::int as late
        from newest_plans p join actions a on a.plan_id = p.id and a.deleted_at is null group by a.district_id),
      held as (
        select district_id, count(distinct village_id) filter (where ${inVillage()})::int as villages, max(start_date) as last_workshop
        from workshops where district_id = any(${ids}::uuid[]) and ${heldUntil(today())} group by district_id)
      select d.id, d.code, d.name_lo as "nameLo", d.name_en as "nameEn", coalesce(h.villages, 0) as villages,
        coalesce(a.actions, 0) as actions, coalesce(a.done, 0) as done, coalesce(a.late, 0) as late,
        h.last_workshop as "lastWorkshop"
      from places d left join held h on h.district_id = d.id left join acts a on a.district_id = d.id
      where d.id = any(${ids}::uuid[]) order by d.code`);
    return [...rows];
  });
}
