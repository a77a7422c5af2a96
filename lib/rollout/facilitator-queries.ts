import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { districtsAsked, heldUntil, inVillage } from "@/lib/counts/held-sql";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";
import { reviewedPlaces } from "./whose";

type Versions = Readonly<Record<string, string>>;
export type FacilitatorTraining = Readonly<{
  id: string;
  date: string;
  topic: string;
  venue: string | null;
  days: number | null;
  versions: Versions;
}>;

export type FacilitatorLine = Readonly<{
  id: string;
  name: string;
  office: string;
  from: string | null;
  to: string | null;
  districtId: string;
  districtLo: string;
  districtEn: string;
  trainings: readonly FacilitatorTraining[];
  versions: Versions;
  /** Village workshops held that name this person, and in how many villages. */
  workshops: number;
  villages: number;
  /** Of those, with attendance, problems and a plan recorded; and with a group of women heard on its own. */
  complete: number;
  women: number;
}>;

export type Register = Readonly<{
  facilitators: readonly FacilitatorLine[];
  districts: readonly Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>[];
}>;

/** Everybody in the register of a province or district, by district and name, never by how much they did. One statement. */
export function registerOf(actor: Actor, { within, on }: { within: string; on: string }): Promise<Register> {
  requireCan(actor, "rollout.read");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Register>(statement(within, on, reviewedPlaces(actor)));
    if (!row || row.districts.length === 0) throw new AppError("forbidden");
    return row;
  });
}

const statement = (within: string, on: string, own: readonly string[] | null) => sql`
  with ${districtsAsked(own, sql`${within}::uuid in (id, province_id)`)},
  held as materialized (
    select w.id, w.district_id, w.village_id, w.facilitators,
      exists (select 1 from attendance_tallies a where a.workshop_id = w.id and a.deleted_at is null)
        and exists (select 1 from problems p where p.workshop_id = w.id and p.deleted_at is null)
        and exists (select 1 from plans l where l.workshop_id = w.id and l.deleted_at is null) as complete,
      exists (select 1 from workshop_groups g where g.workshop_id = w.id and g.kind = 'women' and g.deleted_at is null) as women
    from workshops w join asked_districts d on d.id = w.district_id
    where ${heldUntil(on, sql`w`)} and ${inVillage(sql`w`)} and w.facilitators is not null),
  load as (
    select f.id, count(*) as workshops, count(distinct h.village_id) as villages, count(*) filter (where h.complete) as complete,
      count(*) filter (where h.women) as women
    from facilitators f join held h on h.district_id = f.district_id and jsonb_exists(h.facilitators, f.name)
    where f.deleted_at is null group by f.id),
  taught as (
    select r.facilitator_id, jsonb_agg(jsonb_build_object('id', r.id, 'date', r.date, 'topic', r.topic, 'days', r.days,
      'venue', r.venue, 'versions', coalesce(s.versions, '{}')) order by r.date, r.id) as list
    from facilitator_trainings r left join subjects s on s.id = r.id
    where r.deleted_at is null and r.date <= ${on} group by 1)
  select
    ${listOf(sql`select f.id, f.name, f.office, f.from_date as "from", f.to_date as "to", f.district_id as "districtId",
        d.name_lo as "districtLo", d.name_en as "districtEn", coalesce(t.list, '[]') as trainings,
        coalesce(l.workshops, 0) as workshops, coalesce(l.villages, 0) as villages, coalesce(l.complete, 0) as complete,
        coalesce(l.women, 0) as women, coalesce(s.versions, '{}') as versions
      from facilitators f join asked_districts d on d.id = f.district_id left join load l on l.id = f.id
        left join taught t on t.facilitator_id = f.id left join subjects s on s.id = f.id
      where f.deleted_at is null order by d.code, f.name, f.id`)} as facilitators,
    ${listOf(sql`select id, code, name_lo as "nameLo", name_en as "nameEn" from asked_districts order by code`)} as districts`;
