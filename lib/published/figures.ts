import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { spellOf } from "@/lib/indicators/calculation";
import type { Figure as People } from "@/lib/indicators/denominators";
import { type Cell, monthsOf, type ShownIndicator } from "@/lib/indicators/view";
import { meanOverVillages, type VillageSum } from "@/lib/statistics/clustered-contrast";
import { TRUST_FROM } from "@/lib/statistics/trust-index";
import { type Measure, measuresOf, ownMeasure } from "./measures";
import { daysOfQuarter, monthsOfQuarter } from "./quarters";
import { type Count, type Mean, type Measured, PUBLISHED_FROM } from "./rules";
import type { TableName } from "./schema";

export type MeasuredColumn = Readonly<{ measure: Measure; measured: Measured }>;
type District = Readonly<{ id: string; provinceId: string }>;
type Asked = Readonly<{ table: TableName; quarter: number }>;

/** Every district's figures of a quarter before anything is hidden, as the ministry's own scope reads them; one statement. */
export async function figuresOf(tx: Transaction, asked: Asked): Promise<MeasuredColumn[]> {
  if (asked.table === "plans") return plansOf(tx, asked.quarter);
  if (asked.table === "trust") return trustOf(tx, asked.quarter);
  return indicatorsOf(tx, asked);
}

const districtsJson = (more: SQL) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'provinceId', p.province_id${more}) order by p.code, p.id), '[]')
    from places p where p.level = 'district' and p.province_id is not null)`;

type Counted = District & Readonly<{ cells: readonly Cell[]; people: readonly People[] }>;

async function indicatorsOf(tx: Transaction, { table, quarter }: Asked): Promise<MeasuredColumn[]> {
  const codes = sql`${sql.param([...measuresOf[table]])}::text[]`;
  const periods = monthsOfQuarter(quarter);
  const year = Math.floor(quarter / 10);
  const [row] = await tx.execute<{ indicators: ShownIndicator[]; districts: Counted[] }>(sql`
    with chosen as (
      select * from indicators where code = any(${codes}) and deleted_at is null and team_only is not true),
    wanted as (
      select e.number, e.code from data_elements e where exists (select from chosen c where
        e.code in (select replace(x, '-', '') from jsonb_array_elements_text(c.numerator || coalesce(c.denominator, '[]')) x))),
    cells as (
      select m.district_id, jsonb_agg(jsonb_build_array(w.code, m.period, m.source, m.total)) as list
      from district_months m join wanted w on w.number = m.element_number
      where m.source = 2 and m.period between ${periods[0]} and ${periods[2]} group by m.district_id),
    people as (
      select f.district_id, jsonb_agg(jsonb_build_object('kind', f.kind, 'year', f.year, 'value', f.value, 'method', f.method,
        'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id) as list
      from population_figures f where f.year = ${year} and f.village_id is null and f.facility_id is null and f.deleted_at is null
      group by f.district_id)
    select
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameLo', name_lo, 'nameEn', name_en, 'numerator', numerator,
        'denominator', denominator, 'populationKind', population_kind) order by array_position(${codes}, code)), '[]')
        from chosen) as indicators,
      ${districtsJson(sql`, 'cells', coalesce((select c.list from cells c where c.district_id = p.id), '[]'),
        'people', coalesce((select c.list from people c where c.district_id = p.id), '[]')`)} as districts`);
  const { indicators = [], districts = [] } = row ?? {};
  return indicators.map((indicator) => ({
    measure: {
      code: indicator.code,
      kind: "count",
      nameLo: indicator.nameLo,
      nameEn: indicator.nameEn,
      numerator: indicator.numerator,
      denominator: indicator.denominator ?? null,
      population: indicator.populationKind ?? null,
      instrument: null,
    },
    measured: counted(
      districts.map(({ id, provinceId, cells, people }) => {
        const spell = spellOf(indicator, { periods, months: monthsOf(cells, "facility"), figures: people });
        const { k, n, months } = spell;
        const figure = k === null || k < 0 ? null : { k, n: n === null ? null : Math.round(n), months };
        return { id, provinceId, figure };
      }),
    ),
  }));
}

type Districts = readonly (District & Readonly<{ figure: Count | null }>)[];

const counted = (districts: Districts): Measured => ({
  threshold: PUBLISHED_FROM.count,
  districts,
  together: () => null,
});

type Promised = District & Readonly<Record<"actions" | "promises", readonly [k: number, n: number] | null>>;

/** What was due in the quarter, by whether it is reported done or kept today; who gave it up counts as not done. */
async function plansOf(tx: Transaction, quarter: number): Promise<MeasuredColumn[]> {
  const { from, before } = daysOfQuarter(quarter);
  const due = sql`due >= ${from} and due < ${before} and deleted_at is null`;
  const [row] = await tx.execute<{ districts: Promised[] }>(sql`
    with acts as (select district_id, count(*) filter (where status = 'done')::int as k, count(*)::int as n
        from actions where ${due} group by district_id),
      proms as (select district_id, count(*) filter (where kept = 'kept')::int as k, count(*)::int as n
        from commitments where ${due} group by district_id)
    select ${districtsJson(sql`,
      'actions', (select jsonb_build_array(x.k, x.n) from acts x where x.district_id = p.id),
      'promises', (select jsonb_build_array(x.k, x.n) from proms x where x.district_id = p.id)`)} as districts`);
  return (["actions", "promises"] as const).map((code) => ({
    measure: ownMeasure(code, "count"),
    measured: counted(
      (row?.districts ?? []).map(({ id, provinceId, [code]: pair }) => ({
        id,
        provinceId,
        figure: pair && { k: pair[0], n: pair[1], months: null },
      })),
    ),
  }));
}

type Sum = Readonly<{
  districtId: string;
  village: number;
  instrument: string;
  baseline: boolean;
  n: number;
  sum: number;
}>;

/** Rounds that began in the quarter, of the wording most people answered: versions are not mixed. */
async function trustOf(tx: Transaction, quarter: number): Promise<MeasuredColumn[]> {
  const { from, before } = daysOfQuarter(quarter);
  const [row] = await tx.execute<{ districts: District[]; sums: Sum[] }>(sql`
    select ${districtsJson(sql``)} as districts, trust_of_quarter(${from}, ${before}) as sums`);
  const { districts = [], sums = [] } = row ?? {};
  const people = Map.groupBy(sums, ({ instrument }) => instrument);
  const size = (list: readonly Sum[]) => list.reduce((total, { n }) => total + n, 0);
  const [instrument = null, answers = []] = [...people].sort(([, a], [, b]) => size(b) - size(a))[0] ?? [];
  return (["baseline", "followup"] as const).map((code) => {
    const mine = answers.filter(({ baseline }) => baseline === (code === "baseline"));
    const together = (ids: readonly string[]) =>
      meanOf(mine.filter(({ districtId }) => ids.includes(districtId)));
    return {
      measure: ownMeasure(code, "mean", instrument),
      measured: {
        threshold: PUBLISHED_FROM.mean,
        districts: districts.map(({ id, provinceId }) => ({ id, provinceId, figure: together([id]) })),
        together,
      },
    };
  });
}

/** Over one village the mean is there too: that it is hidden is decided with all others. */
function meanOf(sums: readonly Sum[]): Mean | null {
  const villages: VillageSum[] = sums.map(({ village, n, sum }) => ({ village: String(village), n, sum }));
  const n = villages.reduce((total, one) => total + one.n, 0);
  if (n < TRUST_FROM) return null;
  const { estimate, lo, hi } = meanOverVillages(villages);
  const count = new Set(villages.map(({ village }) => village)).size;
  return estimate === null ? null : { mean: estimate, lo, hi, n, villages: count };
}
