import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { heldUntil, inVillage } from "@/lib/counts/held-sql";
import { listOf } from "@/lib/villages/sql";
import type { BudgetLine, WorkshopCost } from "./budget-rules";

type Place = Readonly<{
  id: string;
  code: string;
  nameLo: string;
  nameEn: string;
  provinceId: string | null;
}>;
type Funder = Readonly<{ id: string; nameLo: string; nameEn: string; kind: string }>;
export type KeptLine = BudgetLine &
  Readonly<{ source: string | null; note: string | null; versions: Readonly<Record<string, string>> }>;

export type YearSum = Readonly<{ year: number; fundSource: string | null; spent: number; planned: number }>;
/** Villages with a workshop held in the year, by whose money the last of them was. */
export type VillagesPaid = Readonly<{ fundSource: string | null; villages: number }>;
/** Of the workshops held in the year: how many, how many say what they cost, and how much; villages likewise. */
export type Unit = Readonly<{ held: number; costed: number; kip: number }>;
/** Mentoring sessions of the year; `mentees` were scored in those that say what they cost. */
export type MentorshipUnit = Unit & Readonly<{ mentees: number }>;
/** What mentoring sessions of the year cost; `inBudget`: a line has it already; null: nobody said. */
export type SessionCost = Readonly<{
  fundSource: string | null;
  inBudget: boolean | null;
  kip: number;
  sessions: number;
}>;

export type Money = Readonly<{
  lines: readonly KeptLine[];
  /** Of the year, deleted as wrongly entered. */
  out: readonly KeptLine[];
  costs: readonly WorkshopCost[];
  years: readonly YearSum[];
  villages: readonly VillagesPaid[];
  workshops: Unit;
  villageUnit: Unit;
  mentorship: MentorshipUnit;
  sessions: readonly SessionCost[];
  districts: readonly Place[];
  provinces: readonly Place[];
  funders: readonly Funder[];
}>;

const lineColumns = sql.raw(`b.year, b.purpose, b.fund_source as "fundSource", b.funder_id as "funderId",
  b.planned_kip as "plannedKip", b.approved_kip as "approvedKip", b.disbursement_due as "disbursementDue",
  b.disbursed_kip as "disbursedKip", b.disbursed_on as "disbursedOn", b.spent_kip as "spentKip", b.source, b.note`);

/** Lines of districts, provinces and the nation as one list: the two walls leave each reader their own. */
const allLines = (versions: SQL, deleted: SQL = sql`b.deleted_at is null`) => sql`
  select b.id, b.district_id as "districtId", d.province_id as "provinceId", ${lineColumns}, ${versions}
  from budgets b join places d on d.id = b.district_id left join subjects s on s.id = b.id where ${deleted}
  union all
  select b.id, null, b.province_id, ${lineColumns}, ${versions}
  from national_budgets b left join subjects s on s.id = b.id where ${deleted}`;
const noVersions = sql`'{}'::jsonb as versions`;

/** Everything of a year's money that the reader may see, of one province when it is named. */
export function moneyOf(actor: Actor, year: number, provinceId: string | null): Promise<Money> {
  requireCan(actor, "budget.read");
  const here = (column: SQL) => sql`(${provinceId}::uuid is null or ${column} = ${provinceId}::uuid)`;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Money>(sql`
      with lines as materialized (
        select * from (${allLines(noVersions)}) l where ${here(sql`l."provinceId"`)}),
      held as materialized (
        select case when ${inVillage(sql`w`)} then w.village_id end as village_id, w.district_id, d.province_id, w.fund_source, w.funder, w.cost_kip, w.start_date,
          extract(year from w.start_date)::int as year
        from workshops w join places d on d.id = w.district_id
        where ${heldUntil(today(), sql`w`)} and ${here(sql`d.province_id`)}),
      sessions as materialized (
        select c.* from mentorship_costs() c join places d on d.id = c.district_id where ${here(sql`d.province_id`)}),
      of_year as materialized (select * from held where year = ${year}),
      spent as (
        select year, fund_source, cost_kip as spent, 0::bigint as planned from held
        union all select year, fund_source, kip, 0 from sessions where in_budget is false
        union all select l.year, l."fundSource", case when l.purpose = 'workshops' then 0 else coalesce(l."spentKip", 0) end,
          coalesce(l."approvedKip", l."plannedKip", 0) from lines l)
      select ${listOf(sql`select * from lines l where l.year = ${year}
          order by l."provinceId" nulls first, l."districtId" nulls first, l.purpose, l."fundSource", l.id`)} as lines,
        ${listOf(sql`
          select district_id as "districtId", province_id as "provinceId", fund_source as "fundSource", funder,
            sum(cost_kip)::bigint as kip, count(*) as workshops
          from of_year where cost_kip is not null group by 1, 2, 3, 4`)} as costs,
        ${listOf(sql`select year, fund_source as "fundSource", sum(spent)::bigint as spent, sum(planned)::bigint as planned
          from spent group by 1, 2 order by 1 desc`)} as years,
        ${listOf(sql`
          select fund_source as "fundSource", count(*) as villages from (
            select distinct on (village_id) village_id, fund_source from of_year where village_id is not null
            order by village_id, start_date desc) last group by 1`)} as villages,
        (select jsonb_build_object('held', count(*), 'costed', count(cost_kip), 'kip', coalesce(sum(cost_kip), 0))
          from of_year) as workshops,
        (select jsonb_build_object('held', count(*), 'costed', count(kip), 'kip', coalesce(sum(kip), 0)) from (
          select village_id, sum(cost_kip) as kip from of_year where village_id is not null group by 1) v) as "villageUnit",
        (select jsonb_build_object('held', coalesce(sum(c.sessions), 0), 'costed', coalesce(sum(c.costed), 0),
            'kip', coalesce(sum(c.cost_kip), 0), 'mentees', coalesce(sum(c.trained), 0))
          from mentorship_counts(${`${year}-12-31`}::date) c join places d on d.id = c.district_id
          where ${here(sql`d.province_id`)}) as mentorship,
        ${listOf(sql`select fund_source as "fundSource", in_budget as "inBudget", sum(kip)::bigint as kip, sum(sessions)::int as sessions
          from sessions where year = ${year} group by 1, 2 order by 1, 2`)} as sessions,
        ${listOf(sql`
          select * from (${allLines(noVersions, sql`b.deleted_at is not null`)}) o where o.year = ${year} and ${here(sql`o."provinceId"`)}
          order by o."provinceId" nulls first, o.purpose, o.id limit 50`)} as out,
        ${placesOf("district")} as districts, ${placesOf("province")} as provinces, ${funders} as funders`);
    return row as Money;
  });
}

const placesOf = (level: "district" | "province") =>
  listOf(sql`
    select p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", p.province_id as "provinceId"
    from places p where p.level = ${level} and p.valid_to is null order by p.code`);
const funders = listOf(sql`
  select i.id, i.name_lo as "nameLo", i.name_en as "nameEn", i.kind from institutions i
  where i.deleted_at is null order by i.name_en`);

export type LineForm = Pick<Money, "districts" | "provinces" | "funders"> &
  Readonly<{ line: (KeptLine & Readonly<{ out: boolean }>) | null }>;

/** One change of a budget line. */
export type LineChange = Readonly<{
  id: string;
  kind: string;
  at: string;
  author: string | null;
  office: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}>;

/** One line with its versions, deleted or not, what changed it, and what may be chosen for it; `null` for a new one. */
export function budgetLine(
  actor: Actor,
  id: string | null,
): Promise<LineForm & Readonly<{ changes: readonly LineChange[] }>> {
  requireCan(actor, "budget.read");
  const columns = sql`coalesce(s.versions, '{}') as versions, b.deleted_at is not null as out`;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<LineForm & { changes: readonly LineChange[] }>(sql`
      select (select to_jsonb(l) from (${allLines(columns, sql`true`)}) l where l.id = ${id}::uuid) as line,
        ${listOf(sql`select h.id, h.kind, h.at, h.author, h.office, h.before, h.after from budget_history(${id}::uuid) h`)} as changes,
        ${placesOf("district")} as districts, ${placesOf("province")} as provinces, ${funders} as funders`);
    return row as NonNullable<typeof row>;
  });
}

export type LinesOfYear = Omit<LineForm, "line"> & Readonly<{ lines: readonly KeptLine[] }>;

/** The lines of a year that this writer keeps, with their versions, and what may be chosen for them. */
export function budgetLines(
  actor: Actor,
  { year, level }: { year: number; level: "district" | "nation" },
): Promise<LinesOfYear> {
  requireCan(actor, level === "district" ? "budget.record" : "budget.recordNational");
  const { districtIds } = actor.scope;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<LinesOfYear>(sql`
      select ${listOf(sql`
          select * from (${allLines(sql`coalesce(s.versions, '{}') as versions`)}) l
          where l.year = ${year} and (l."districtId" is not null) = ${level === "district"}
          order by l."provinceId" nulls first, l."districtId" nulls first, l.purpose, l."fundSource",
            l."disbursementDue" nulls first, l.id`)} as lines,
        ${placesOf("district")} as districts, ${placesOf("province")} as provinces, ${funders} as funders`);
    const read = row as LinesOfYear;
    return { ...read, districts: read.districts.filter(({ id }) => districtIds.includes(id)) };
  });
}
