import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { type Pair, pairOf, type Year, yearOf } from "./calculation";
import type { Figure } from "./denominators";
import { lastFullMonth, monthOf, monthsUntil } from "./months";
import { expectedIn } from "./reporting";
import { type ReporterKind, reporterKinds, type ValueSource, valueSources } from "./schema";
import { elementsJson, figuresJson, indicatorsJson } from "./sql";
import { type Warning, warningsOf } from "./validation";
import { type Cell, monthsOf, type ShownElement, type ShownIndicator, totalsOf } from "./view";

export type DistrictIndicator = Readonly<{
  indicator: ShownIndicator;
  /** One per month of `months`. */
  pairs: readonly Pair[];
  year: Year;
}>;
export type DistrictIndicators = Readonly<{
  /** Two years of months, oldest first. */
  months: readonly number[];
  source: ValueSource;
  /** Sources that have any value, to choose from. */
  sources: readonly ValueSource[];
  rows: readonly DistrictIndicator[];
  elements: readonly ShownElement[];
  warnings: readonly Warning[];
  /** Reports received and expected, per month; expected is null for a source that nobody owes. */
  completeness: readonly Readonly<{ received: number; expected: number | null }>[];
  /** Month of the first workshop within these months. */
  workshop: number | null;
}>;

type Summed = readonly [code: string, period: number, source: number, total: number, reporters: number];
type Found = {
  indicators: ShownIndicator[];
  elements: ShownElement[];
  cells: Summed[];
  figures: Figure[];
  reporters: { kind: ReporterKind; since: number | null }[];
  workshop: string | null;
};

/**
 * A district's indicators by month from the sums kept with every write. Health centres' counts unless another source is
 * asked for; the sources are never added together. In one statement.
 */
export async function districtIndicators(actor: Actor, asked: Asked): Promise<DistrictIndicators> {
  const { districtId, source } = asked;
  requireCan(actor, "district.review", { districtId, villageId: null });
  return withKeptReading(
    actor.scope,
    { name: "districtIndicators", of: [source ?? null, today()], districtIds: [districtId] },
    (tx) => readIndicators(tx, asked),
  );
}

type Asked = Readonly<{ districtId: string; source?: string }>;

async function readIndicators(
  tx: Transaction,
  { districtId, source: asked }: Asked,
): Promise<DistrictIndicators> {
  const end = lastFullMonth(today());
  const months = monthsUntil(end, 24);
  const [row] = await tx.execute<Found>(statement(districtId, months[0] as number));
  const found = row as Found;
  const sources = valueSources.filter((_, at) => found.cells.some(([, , number]) => number === at + 1));
  const source =
    sources.find((one) => one === asked) ??
    (sources.includes("facility") ? "facility" : (sources[0] ?? "facility"));
  const own = monthsOf(
    found.cells.map(([code, period, number, total]): Cell => [code, period, number, total]),
    source,
  );
  const { figures, elements } = found;
  return {
    months,
    source,
    sources,
    elements,
    rows: found.indicators.map((indicator) => ({
      indicator,
      pairs: months.map((period) => pairOf(indicator, own.get(period))),
      year: yearOf(indicator, { end, months: own, figures }),
    })),
    warnings: warningsOf(
      elements.map((one) => ({ ...one, maximum: null })),
      totalsOf(own, months.slice(-12)),
    ),
    completeness: months.map((period) => completenessIn(found, source, period)),
    workshop:
      found.workshop && monthOf(found.workshop) >= (months[0] as number) ? monthOf(found.workshop) : null,
  };
}

/** Received: those who gave the number that most gave. Expected: as on the page of reports. */
function completenessIn({ cells, reporters }: Found, source: ValueSource, period: number) {
  const number = valueSources.indexOf(source) + 1;
  const given = cells.flatMap(([, month, from, , count]) =>
    month === period && from === number ? [count] : [],
  );
  const kind = reporterKinds.find((one) => one === source);
  const owing = reporters.filter((one) => one.kind === kind && expectedIn(one, period));
  return { received: Math.max(0, ...given), expected: kind ? owing.length : null };
}

const statement = (districtId: string, since: number) => sql`
  select ${indicatorsJson()} as indicators, ${elementsJson} as elements,
    ${figuresJson(sql`district_id = ${districtId} and village_id is null and facility_id is null`)} as figures,
    (select coalesce(json_agg(json_build_array(e.code, m.period, m.source, m.total, m.reporters)), '[]')
      from district_months m join data_elements e on e.number = m.element_number
      where m.district_id = ${districtId} and m.period >= ${since}) as cells,
    (select coalesce(json_agg(json_build_object('kind', r.kind, 'since', r.since)), '[]') from (
      select 'village' as kind, min(x.first) as since
      from places v cross join (select number from data_elements where reporters ? 'village') e cross join lateral (
        select d.period as first from data_values d where d.district_id = ${districtId} and d.reporter_kind = 1
          and d.reporter_id = v.id and d.element_number = e.number order by d.period limit 1) x
      where v.district_id = ${districtId} and v.level = 'village' group by v.id
      union all
      select 'facility', null from facilities where district_id = ${districtId} and valid_to is null) r) as reporters,
    (select min(start_date)::text from workshops w where w.district_id = ${districtId} and w.deleted_at is null
      and w.status <> 'cancelled') as workshop`;
