import "server-only";
import { sql } from "drizzle-orm";
import { withDistrictsRenewed, withKeptFacts } from "@/db/kept-readings";
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
type Values = readonly (readonly [element: string, period: number, value: number])[];
type Facts = Readonly<{
  areas: readonly Named[];
  byDistrict: readonly Readonly<{
    districtId: string;
    centres: readonly (MentoredCentre & Readonly<{ values: Values }>)[];
  }>[];
}>;

/** Which health centres improved since they have mentees: by province, or by district within one. One statement. */
export function centresOf(actor: Actor, within: string | null): Promise<Centres> {
  requireCan(actor, "rollout.read");
  const reviewed = reviewedPlaces(actor);
  const reading = { name: "centresOf", of: [within, today()], districtIds: reviewed };
  return withKeptFacts<Facts, Centres>(actor.scope, reading, {
    read: async (tx, districtIds) => {
      const [row] = await tx.execute<Facts>(statement(districtIds, reviewed, within));
      return row as Facts;
    },
    renew: withDistrictsRenewed,
    answer: ({ areas, byDistrict }) => {
      const centres = byDistrict.flatMap((one) => one.centres);
      const values = centres.flatMap(({ id, values: own }) =>
        own.map(([element, period, value]): MonthValue => ({ facilityId: id, element, period, value })),
      );
      return { lines: centresLines(centres, values, today()), areas };
    },
  });
}

type Ids = readonly string[] | null;

/** Of some districts only; the lines are those of all that is asked about. */
const statement = (some: Ids, reviewed: Ids, within: string | null) => sql`
  with ${districtsWithin(reviewed, within)},
  lines as materialized (
    select d.id as district_id, case when (select count(distinct province_id) from asked_districts) > 1 then p.id else d.id end as id
    from asked_districts d join places p on p.id = d.province_id),
  read_districts as materialized (
    select l.district_id, coalesce(p.code, p.id::text) as area from lines l join places p on p.id = l.id
    where ${some === null ? sql`true` : sql`l.district_id = any(${`{${some.join(",")}}`}::uuid[])`}),
  wanted as materialized (
    select number, code from data_elements where code = any(${sql.param(`{${outcomeElements.join(",")}}`)}::text[])),
  centres as (
    select s.district_id, json_agg(json_build_object('id', s.facility_id, 'area', r.area, 'since', s.since,
      'values', coalesce(v.list, '[]')) order by s.facility_id) as list
    from mentorship_since(array(select district_id from read_districts)) s join read_districts r on r.district_id = s.district_id
      left join lateral (select json_agg(json_build_array(w.code, d.period, d.value)) as list
        from wanted w join data_values d on d.element_number = w.number
        where d.district_id = s.district_id and d.reporter_kind = 2 and d.reporter_id = s.facility_id and d.source = 2
          and d.period >= least(extract(year from s.since)::int * 100 - 100 + extract(month from s.since)::int,
            ${addMonths(lastFullMonth(today()), -11)}::int)) v on true
    group by 1)
  select
    (select coalesce(json_agg(json_build_object('code', coalesce(p.code, p.id::text), 'nameLo', p.name_lo, 'nameEn', p.name_en)
      order by p.code), '[]') from places p where p.id in (select id from lines)) as areas,
    (select coalesce(json_agg(json_build_object('districtId', r.district_id, 'centres', coalesce(c.list, '[]'))), '[]')
      from read_districts r left join centres c on c.district_id = r.district_id) as "byDistrict"`;
