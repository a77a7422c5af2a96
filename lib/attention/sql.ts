import { sql } from "drizzle-orm";
import { figuresJson, indicatorsJson, rulesJson } from "@/lib/indicators/sql";
import { listOf } from "@/lib/villages/sql";
import { contradictionsJson } from "@/lib/voices/queries";
import { WATCHED } from "./watch";

// Pieces of the first page's statement, each one JSON value; they read under the reader's own scope.

const codes = sql.raw(`array[${WATCHED.map((code) => `'${code}'`).join(",")}]`);

/** Numbers of the elements that the watched services are made of. */
const watchedNumbers = sql`array(
  select e.number from data_elements e where e.code in (
    select ltrim(term, '-') from indicators i
      cross join lateral jsonb_array_elements_text(i.numerator || coalesce(i.denominator, '[]')) as term
    where i.code = any(${codes}) and i.deleted_at is null))`;

const facilityRows = (districtId: string) => sql`
  select f.id, f.name_lo as "nameLo", f.name_en as "nameEn", f.lat, f.lng,
    count(distinct c.village_id)::int as villages, min(w.start_date)::text as workshop
  from facilities f
    left join catchments c on c.facility_id = f.id and c.valid_to is null
    left join workshops w on w.village_id = c.village_id and w.deleted_at is null and w.status <> 'cancelled'
  where f.district_id = ${districtId} and f.valid_to is null
  group by f.id order by f.name_lo, f.id`;

/** Facilities by their position in the list above. */
const facilityCells = (districtId: string, since: number) => sql`
  (select coalesce(jsonb_agg(jsonb_build_array(f.at, e.code, d.periods, d.counts)), '[]')
    from (select id, row_number() over (order by name_lo, id) - 1 as at from facilities
        where district_id = ${districtId} and valid_to is null) f
      join (select reporter_id, element_number, array_agg(period) as periods, array_agg(value) as counts from data_values
        where district_id = ${districtId} and reporter_kind = 2 and source = 2
          and element_number = any(${watchedNumbers}) and period >= ${since}
        group by 1, 2) d on d.reporter_id = f.id
      join data_elements e on e.number = d.element_number)`;

/** What the health facilities counted; where they count nothing, what the villages did. */
const districtCells = (districtId: string, since: number) => sql`
  (select coalesce(jsonb_agg(jsonb_build_array(e.code, m.period, m.total, m.reporters)), '[]')
    from district_months m join data_elements e on e.number = m.element_number
    where m.district_id = ${districtId} and m.period >= ${since} and m.element_number = any(${watchedNumbers})
      and m.source = (select max(s.source) from district_months s
        where s.district_id = ${districtId} and s.source in (1, 2) and s.period >= ${since}))`;

const monthsSince = (since: number) =>
  sql`(period / 100 - ${Math.floor(since / 100)}::int) * 12 + period % 100 - ${since % 100}::int`;

/** Who owes reports, and as bits from a month on the months for which anything of them is here. */
const reporterRows = (districtId: string, since: number) => sql`
  select o.kind, o.id, coalesce(d.bits, 0) | coalesce(r.bits, 0) as bits
  from (
    select 'facility' as kind, 2 as code, id from facilities where district_id = ${districtId} and valid_to is null
    union all
    select 'village', 1, id from places where district_id = ${districtId} and level = 'village' and valid_to is null) o
  left join (
    select reporter_kind, reporter_id, bit_or(1 << ${monthsSince(since)}) as bits from data_values
    where district_id = ${districtId} and reporter_kind in (1, 2) and element_number = any(${watchedNumbers})
      and period >= ${since} and source = reporter_kind
    group by 1, 2) d on d.reporter_id = o.id and d.reporter_kind = o.code
  left join (
    select reporter_kind, reporter_id, bit_or(1 << ${monthsSince(since)}) as bits from reports
    where district_id = ${districtId} and period >= ${since} and submitted and deleted_at is null
    group by 1, 2) r on r.reporter_id = o.id and r.reporter_kind = o.kind
  where o.kind = 'facility' or d.bits is not null or r.bits is not null`;

/** As `RoundTotal`: what the villages' own pages tell of their rounds, with the scale it is told on. */
const roundTotals = (districtId: string) => sql`
  (select coalesce(jsonb_agg(r || jsonb_build_object('scale', i.scale, 'items', jsonb_array_length(i.items))), '[]')
    from jsonb_array_elements(trust_of_villages(array[${districtId}]::uuid[])) r
      join instruments i on i.id = (r->>'instrumentId')::uuid
    where r->>'sum' is not null)`;

/** Late by today's date; who they concern stays behind the wall of mentorship. */
const lateSteps = (districtId: string, today: string) => sql`
  select facility_id as "facilityId", due::text as due, of_mentee as "ofMentee"
  from mentorship_late_steps(${districtId}, ${today}::date)`;

const newestDialogue = (districtId: string) => sql`
  (select jsonb_build_object('id', d.id, 'date', d.date, 'chair', d.chair, 'decisions', d.decisions, 'nextDate', d.next_date)
    from dialogues d where d.district_id = ${districtId} and d.deleted_at is null order by d.date desc, d.id limit 1)`;

type Watching = { districtId: string; months: readonly number[]; trust: boolean; today: string };

/** The columns of `Watch`, but for its months. */
export const watchColumns = ({ districtId, months, trust, today }: Watching) => {
  const since = months[0] ?? 0;
  const year = months[months.length - 12] ?? 0;
  return sql`
    ${indicatorsJson()} as indicators, ${listOf(facilityRows(districtId))} as facilities,
    ${facilityCells(districtId, since)} as cells, ${districtCells(districtId, since)} as "districtCells",
    ${figuresJson(sql`district_id = ${districtId} and village_id is null and facility_id is null`)} as figures,
    (select min(start_date)::text from workshops w where w.district_id = ${districtId} and w.deleted_at is null
      and w.status <> 'cancelled') as workshop,
    ${listOf(reporterRows(districtId, year))} as reporters, ${rulesJson} as rules, ${contradictionsJson(districtId)} as contradictions,
    ${newestDialogue(districtId)} as dialogue, ${listOf(lateSteps(districtId, today))} as "mentorSteps",
    ${trust ? roundTotals(districtId) : sql`null::jsonb`} as trust`;
};

/** Newest first. */
export const notesJson = (districtId: string) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'about', about, 'date', date, 'until', until, 'reason', reason,
    'level', level) order by created_at desc, id), '[]')
    from attention_notes where district_id = ${districtId} and deleted_at is null)`;
