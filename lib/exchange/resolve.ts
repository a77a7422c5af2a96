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
  // Ten thousand ids just written, of which the planner knows nothing yet: one by one would take minutes.
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`);
  await tx.execute(unitStatement(resolving));
  await tx.execute(elementStatement(resolving));
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`);
}

const idsOf = (importId: string, kind: "unit" | "element") =>
  sql`ids as materialized (select no, external_id, combo from value_import_ids where import_id = ${importId} and kind = ${kind})`;

/** What is remembered of each id; an office's own word before what holds for all, a combination's before the element's. */
const remembered = (kind: "unit" | "element", scheme: IdScheme, { system, districts }: Resolving) => sql`
  remembered as (
    select distinct on (i.no) i.no, x.reporter_kind, x.reporter_id, x.element_number
    from ids i join external_ids x on x.external_id = i.external_id and x.combo in (i.combo, '')
    where x.system = ${system} and x.kind = ${kind} and x.scheme = ${scheme}
      and (x.district_id is null or ${districts ? inReach(sql`x.district_id`, districts) : sql`false`})
    order by i.no, x.combo = '', x.district_id is null, x.created_at desc)`;

/** Places by a code of one of our lists. */
const placesBy = (schemes: SQL) => sql`
  select i.no, p.level, p.id from ids i join place_codes c on c.code = i.external_id and c.scheme in (${schemes})
    join places p on p.id = c.place_id where p.valid_to is null`;

const facilitiesWhere = (same: SQL) =>
  sql`select i.no, 'facility', f.id from ids i join facilities f on ${same}`;
const placesWhere = (same: SQL) =>
  sql`select i.no, p.level, p.id from ids i join places p on ${same} where p.valid_to is null`;

const named = (column: SQL) => sql`lower(${column}) = lower(i.external_id)`;

/** Our own id stands in our spreadsheets where there is no code. */
const unitsBy: Readonly<Record<IdScheme, (districts: readonly string[] | null) => readonly SQL[]>> = {
  uid: () => [facilitiesWhere(sql`f.dhis2_uid = i.external_id`), placesBy(sql`'dhis2'`)],
  code: () => [
    facilitiesWhere(sql`f.code = i.external_id`),
    facilitiesWhere(sql`f.id::text = i.external_id`),
    placesWhere(sql`p.code = i.external_id`),
    placesWhere(sql`p.id::text = i.external_id`),
    placesBy(sql`'pcode', 'official7'`),
  ],
  name: (districts) => {
    const places = sql`and p.level in ('village', 'district', 'province')
      and (p.district_id is null or ${inReach(sql`p.district_id`, districts)})`;
    const facilities = inReach(sql`f.district_id`, districts);
    return [
      facilitiesWhere(sql`${named(sql`f.name_lo`)} and ${facilities}`),
      facilitiesWhere(sql`${named(sql`f.name_en`)} and ${facilities}`),
      placesWhere(sql`${named(sql`p.name_lo`)} ${places}`),
      placesWhere(sql`${named(sql`p.name_en`)} ${places}`),
    ];
  },
};

function unitStatement(resolving: Resolving): SQL {
  const { importId, unitScheme, districts } = resolving;
  return sql`
    with ${idsOf(importId, "unit")}, ${remembered("unit", unitScheme, resolving)},
    matched as (
      select no, min(level) as level, min(target::text)::uuid as target, count(*)::int as hits
      from (${sql.join([...unitsBy[unitScheme](districts)], sql` union `)}) u(no, level, target) group by no),
    meant as (
      select i.no, r.no is not null as said, case when r.no is not null then r.reporter_kind
          when hits = 1 and level = 'facility' then 2 when hits = 1 and level = 'village' then 1 end as kind,
        case when r.no is not null then r.reporter_id when hits = 1 and level in ('facility', 'village') then target end as target,
        r.no is null and hits = 1 and level not in ('facility', 'village') as no_reporter
      from ids i left join remembered r using (no) left join matched m using (no)),
    placed as (
      select m.*, case m.kind when 1 then p.district_id when 2 then coalesce(v.district_id, f.district_id) end as district
      from meant m left join places p on p.id = m.target left join facilities f on f.id = m.target
        left join places v on v.id = f.village_id),
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
  uid: sql`false`,
  code: sql`e.code = i.external_id`,
  name: sql`lower(i.external_id) in (lower(e.name_lo), lower(e.name_en))`,
};

function elementStatement(resolving: Resolving): SQL {
  const { importId, elementScheme } = resolving;
  return sql`
    with ${idsOf(importId, "element")}, ${remembered("element", elementScheme, resolving)},
    matched as (
      select i.no, min(e.number) as number, count(*)::int as hits
      from ids i join data_elements e on ${elementsBy[elementScheme]} where e.deleted_at is null group by i.no),
    meant as (
      select i.no, r.no is not null as said,
        case when r.no is not null then r.element_number when m.hits = 1 then m.number end as number
      from ids i left join remembered r using (no) left join matched m using (no))
    update value_import_ids i set element_number = j.number,
      outcome = case when j.number is not null then 'matched' when j.said then 'set_aside' else 'unknown' end
    from meant j where i.import_id = ${importId} and i.kind = 'element' and i.no = j.no`;
}
