import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { type MonthValue, outcomeElements } from "@/lib/mentorship/outcomes";
import { reviewedPlaces } from "@/lib/rollout/whose";
import { type CentresLine, centresLines, type MentoredCentre } from "./centres";
import type { Place } from "./services-queries";

type Named = Pick<Place, "code" | "nameLo" | "nameEn">;
export type Centres = Readonly<{ lines: readonly CentresLine[]; areas: readonly Named[] }>;
type Found = Readonly<{
  centres: readonly MentoredCentre[];
  values: readonly (readonly [facilityId: string, element: string, period: number, value: number])[];
  areas: readonly Named[];
}>;

/** Which health centres improved since they have mentees: by province, or by district within one. One statement. */
export function centresOf(actor: Actor, within: string | null): Promise<Centres> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  const reading = { name: "centresOf", of: [within, today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const [row] = await tx.execute<Found>(statement(districtIds, within));
    const { centres, values, areas } = row as Found;
    const months = values.map(
      ([facilityId, element, period, value]): MonthValue => ({ facilityId, element, period, value }),
    );
    return { lines: centresLines(centres, months, today()), areas };
  });
}

const statement = (districtIds: readonly string[] | null, within: string | null) => sql`
  with ${districtsWithin(districtIds, within)},
  lines as materialized (
    select d.id as district_id, case when (select count(distinct province_id) from asked_districts) > 1 then p.id else d.id end as id
    from asked_districts d join places p on p.id = d.province_id),
  since as materialized (
    select s.* from mentorship_since(array(select id from asked_districts)) s),
  wanted as materialized (
    select number, code from data_elements where code = any(${sql.param([...outcomeElements])}::text[]))
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.facility_id, 'area', coalesce(p.code, p.id::text), 'since', s.since) order by s.facility_id), '[]')
      from since s join lines l on l.district_id = s.district_id join places p on p.id = l.id) as centres,
    (select coalesce(jsonb_agg(jsonb_build_array(s.facility_id, w.code, d.period, d.value)), '[]')
      from since s cross join wanted w cross join lateral (
        select d.period, d.value from data_values d
        where d.district_id = s.district_id and d.reporter_kind = 2 and d.reporter_id = s.facility_id
          and d.element_number = w.number and d.source = 2
          and d.period >= least(extract(year from s.since)::int * 100 - 100 + extract(month from s.since)::int,
            ${addMonths(lastFullMonth(today()), -11)}::int)) d) as values,
    (select coalesce(jsonb_agg(jsonb_build_object('code', coalesce(p.code, p.id::text), 'nameLo', p.name_lo, 'nameEn', p.name_en) order by p.code), '[]')
      from places p where p.id in (select id from lines)) as areas`;
