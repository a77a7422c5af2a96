import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import type { Step } from "./load";

const author = "'00000000-0000-4000-8000-000000000001'::uuid";
const marker = "national load (made up)";
const villagesPerCentre = 8;
const months = 33;

const reached = `(select distinct on (village_id) village_id, district_id from workshops where source = '${marker}')`;
const step =
  (statement: string): Step =>
  (tx) =>
    tx.unsafe(statement);

/** Months by number, oldest first: values are made from a hash, the same every time. */
const periods = () => {
  const newest = lastFullMonth(new Date().toISOString().slice(0, 10));
  return Array.from({ length: months }, (_, at) => addMonths(newest, at - months + 1)).join(",");
};

// In the order of the key, so that the table fills from one end; live births are never fewer than what is a part of them.
const values =
  (kind: 1 | 2, reporter: "village" | "facility", reporters: string): Step =>
  (tx) =>
    tx.unsafe(`insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select r.district_id, ${kind}, r.id, e.number, p.period, ${kind},
      case when e.code in ('LIVE_BIRTHS', 'ANC1', 'WEIGHED', 'OUTREACH_PLANNED', 'PENTA1') then 2 else 0 end
        + abs(hashint8(r.n * 1000003 + e.number * 1009 + p.period)) % 3, 2
    from (select id, district_id, row_number() over (order by district_id, id) as n from ${reporters} x) r
      cross join (select number, code from data_elements where active and reporters ? '${reporter}' order by number) e
      cross join unnest(array[${periods()}]) p(period)
    where abs(hashint8(r.n * 31 + p.period)) % 14 > 0
    order by r.district_id, r.id, e.number, p.period`);

/** Health centres with their catchments, profiles, people to count among, and 6.2 million monthly values with their sums. */
export const valueSteps: readonly (readonly [string, Step])[] = [
  [
    "facilities",
    step(`insert into facilities (id, type, name_lo, name_en, district_id, village_id, code, source)
      select md5('hc' || village_id)::uuid, 'health_centre_a', 'ສຸກສາລາ ' || n, 'Health centre ' || n, district_id, village_id,
        'N-' || n, '${marker}'
      from (select village_id, district_id, row_number() over (partition by district_id order by village_id) as place,
          row_number() over (order by district_id, village_id) as n from ${reached} w) v
      where place % ${villagesPerCentre} = 1`),
  ],
  [
    "catchments",
    step(`insert into catchments (facility_id, district_id, village_id, valid_from, travel_min_dry, travel_min_wet)
      select f.id, v.district_id, v.village_id, '2020-01-01', 5 + abs(hashtext(v.village_id::text)) % 150, 30
      from (select village_id, district_id, (row_number() over (partition by district_id order by village_id) - 1) / ${villagesPerCentre} as at
          from ${reached} w) v
        join (select id, district_id, row_number() over (partition by district_id order by village_id) - 1 as at
          from facilities where source = '${marker}') f on f.district_id = v.district_id and f.at = v.at
      on conflict do nothing`),
  ],
  [
    "profiles",
    step(`insert into village_profiles (id, district_id, village_id, created_by, updated_by, date, source, population, ethnic_groups, wet_access)
      select md5('pr' || village_id)::uuid, district_id, village_id, ${author}, ${author}, '2026-01-10', '${marker}', 900,
        jsonb_build_array(jsonb_build_object('group', (array['lao','khmu','hmong'])[1 + abs(hashtext(village_id::text)) % 3], 'people', 700)),
        (array['road','track','foot','none'])[1 + abs(hashtext(village_id::text)) % 4]
      from ${reached} w`),
  ],
  [
    "figures",
    step(`insert into population_figures (id, district_id, village_id, created_by, updated_by, kind, year, value, method, as_of, source)
      select md5('fg' || w.village_id || k.kind || y)::uuid, w.district_id, w.village_id, ${author}, ${author}, k.kind, y, 24, 'enumerated',
        make_date(y, 1, 15), '${marker}'
      from ${reached} w cross join (values ('expected_pregnancies'), ('live_births'), ('surviving_infants')) k(kind)
        cross join generate_series(extract(year from now())::int - 2, extract(year from now())::int) y`),
  ],
  ["values of villages", values(1, "village", `(select village_id as id, district_id from ${reached} w)`)],
  [
    "values of health centres",
    values(2, "facility", `(select id, district_id from facilities where source = '${marker}')`),
  ],
  [
    "reports of the newest year",
    step(`insert into reports (id, district_id, village_id, created_by, updated_by, reporter_kind, reporter_id, period, source,
        submitted, submitted_at, values)
      select md5('r' || d.reporter_id || d.period)::uuid, d.district_id, coalesce(f.village_id, d.reporter_id), ${author}, ${author},
        case d.reporter_kind when 1 then 'village' else 'facility' end, d.reporter_id, d.period,
        case d.reporter_kind when 1 then 'village' else 'facility' end, true, now(), jsonb_object_agg(e.code, d.value)
      from data_values d join data_elements e on e.number = d.element_number left join facilities f on f.id = d.reporter_id
      where d.period = any((array[${periods()}])[${months - 11}:])
      group by d.district_id, d.reporter_kind, d.reporter_id, d.period, f.village_id`),
  ],
  ["sums of districts", step("select rebuild_district_months()")],
];
