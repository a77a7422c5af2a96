import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { IdScheme } from "@/db/schema/value-imports";

type Resolving = Readonly<{
  importId: string;
  system: string;
  unitScheme: IdScheme;
  elementScheme: IdScheme;
  /** Where this person imports; null everywhere. */
  districts: readonly string[] | null;
}>;

const inReach = (column: SQL, districts: readonly string[] | null) =>
  districts ? sql`${column} = any(${sql.param(`{${districts.join(",")}}`)}::uuid[])` : sql`true`;

/** Looks up every id of the file: first what people said of it, then what matches by itself. Ambiguous ones stay unknown. */
export async function resolveIds(tx: Transaction, resolving: Resolving): Promise<void> {
  await tx.execute(unitStatement(resolving));
  await tx.execute(elementStatement(resolving));
}

/** What is remembered of the ids in `i`; an office's own word before what holds for all. */
const remembered = (kind: "unit" | "element", scheme: IdScheme, { system, districts }: Resolving) => sql`
  select x.* from external_ids x where x.system = ${system} and x.kind = ${kind} and x.scheme = ${scheme}
    and x.external_id = i.external_id and x.combo in (i.combo, '')
    and (x.district_id is null or ${districts ? inReach(sql`x.district_id`, districts) : sql`false`})
  order by x.combo = '', x.district_id is null, x.created_at desc limit 1`;

/** Our own id stands in our spreadsheets where there is no code. */
const ownId = sql.raw(
  `(case when i.external_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then i.external_id::uuid end)`,
);

const unitsBy: Readonly<Record<IdScheme, (districts: readonly string[] | null) => SQL>> = {
  uid: () => sql`
    select 'facility', f.id from facilities f where f.dhis2_uid = i.external_id
    union select p.level, p.id from place_codes c join places p on p.id = c.place_id
      where c.scheme = 'dhis2' and c.code = i.external_id and p.valid_to is null`,
  code: () => sql`
    select 'facility', f.id from facilities f where f.code = i.external_id
    union select p.level, p.id from places p where p.code = i.external_id and p.valid_to is null
    union select p.level, p.id from place_codes c join places p on p.id = c.place_id
      where c.scheme in ('pcode', 'official7') and c.code = i.external_id and p.valid_to is null
    union select 'facility', f.id from facilities f where f.id = ${ownId}
    union select p.level, p.id from places p where p.id = ${ownId} and p.valid_to is null`,
  name: (districts) => sql`
    select 'facility', f.id from facilities f where lower(i.external_id) in (lower(f.name_lo), lower(f.name_en))
      and ${inReach(sql`f.district_id`, districts)}
    union select p.level, p.id from places p where lower(i.external_id) in (lower(p.name_lo), lower(p.name_en))
      and p.level in ('village', 'district', 'province') and p.valid_to is null
      and (p.district_id is null or ${inReach(sql`p.district_id`, districts)})`,
};

function unitStatement(resolving: Resolving): SQL {
  const { importId, unitScheme, districts } = resolving;
  return sql`
    with found as (
      select i.no, r.id is not null as said, r.reporter_kind as said_kind, r.reporter_id as said_id, m.level, m.target, m.hits
      from value_import_ids i
      left join lateral (${remembered("unit", unitScheme, resolving)}) r on true
      left join lateral (
        select min(level) as level, min(target::text)::uuid as target, count(*)::int as hits
        from (${unitsBy[unitScheme](districts)}) u(level, target)) m on r.id is null
      where i.import_id = ${importId} and i.kind = 'unit'),
    meant as (
      select no, said, case when said then said_kind when hits = 1 and level = 'facility' then 2
          when hits = 1 and level = 'village' then 1 end as kind,
        case when said then said_id when hits = 1 and level in ('facility', 'village') then target end as target,
        not said and hits = 1 and level not in ('facility', 'village') as no_reporter
      from found),
    placed as (
      select m.*, case m.kind when 1 then p.district_id when 2 then coalesce(v.district_id, f.district_id) end as district
      from meant m left join places p on m.kind = 1 and p.id = m.target
        left join facilities f on m.kind = 2 and f.id = m.target left join places v on v.id = f.village_id),
    judged as (
      select *, case when no_reporter then 'no_reporter' when target is null then case when said then 'set_aside' else 'unknown' end
        when not (${inReach(sql`district`, districts)}) or district is null then 'outside' else 'matched' end as outcome
      from placed)
    update value_import_ids i set outcome = j.outcome, reporter_kind = j.kind, reporter_id = j.target,
      reporter_no = case when j.outcome = 'matched' then j.rank end
    from (select *, dense_rank() over (order by kind, target) as rank from judged) j
    where i.import_id = ${importId} and i.kind = 'unit' and i.no = j.no`;
}

const elementsBy: Readonly<Record<IdScheme, SQL>> = {
  uid: sql`select number from data_elements where false`,
  code: sql`select e.number from data_elements e where e.code = i.external_id and e.deleted_at is null`,
  name: sql`select e.number from data_elements e
    where lower(i.external_id) in (lower(e.name_lo), lower(e.name_en)) and e.deleted_at is null`,
};

function elementStatement(resolving: Resolving): SQL {
  const { importId, elementScheme } = resolving;
  return sql`
    update value_import_ids i set element_number = j.number,
      outcome = case when j.number is not null then 'matched' when j.said then 'set_aside' else 'unknown' end
    from (
      select i.no, r.id is not null as said, case when r.id is not null then r.element_number when m.hits = 1 then m.number end as number
      from value_import_ids i
      left join lateral (${remembered("element", elementScheme, resolving)}) r on true
      left join lateral (
        select min(number) as number, count(*)::int as hits from (${elementsBy[elementScheme]}) e) m on r.id is null
      where i.import_id = ${importId} and i.kind = 'element') j
    where i.import_id = ${importId} and i.kind = 'element' and i.no = j.no`;
}
