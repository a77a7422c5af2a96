import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { type Pair, pairOf, type Year, yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { type DistrictRun, monthlyRun } from "@/lib/indicators/district-run";
import { addMonths, lastFullMonth, monthOf, monthsUntil } from "@/lib/indicators/months";
import { countedJson, figuresJson } from "@/lib/indicators/sql";
import { type CountedElement, countedMonths, type ShownIndicator } from "@/lib/indicators/view";
import { type Aligned, alignedOnWorkshop } from "./aligned";
import { type BesideLine, connectBesideOthers } from "./beside";

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
type Cells = readonly CountedElement[];
type Found = Readonly<{
  centres: readonly (Named & {
    workshop: string | null;
    villages: number;
    cells: Cells;
    figures: readonly Figure[];
  })[];
  villages: readonly { id: string; workshop: string | null; cells: Cells }[];
  figures: readonly (Figure & { villageId: string })[];
}>;

export type CatchmentRun = Named &
  Readonly<{ villages: number; pairs: readonly Pair[]; drawn: DistrictRun; year: Year }>;
export type DistrictTrends = Readonly<{
  months: readonly number[];
  /** Health centres of the district that reported, those with a signal first. */
  catchments: readonly CatchmentRun[];
  aligned: Aligned;
  beside: readonly BesideLine[];
}>;

/**
 * One indicator of a district by catchment, over the villages' own workshops, and of CONNECT villages beside the others.
 * Health centres' counts for catchments, volunteers' for villages. In one statement.
 */
export async function districtTrends(actor: Actor, asked: Asked): Promise<DistrictTrends> {
  const { districtId, indicator } = asked;
  const place = { districtId, villageId: null };
  requireCan(actor, "district.review", place);
  const end = lastFullMonth(today());
  const months = monthsUntil(end, 24);
  const team = can(actor, "report.record", place);
  // Deaths are shown below the district only to those who report and verify them.
  if (indicator.teamOnly && !team) {
    return { months, catchments: [], aligned: alignedOnWorkshop([], indicator, end), beside: [] };
  }
  return withKeptReading(
    actor.scope,
    { name: "districtTrends", of: [indicator.code, today()], districtIds: [districtId] },
    (tx) => readTrends(tx, asked, end),
  );
}

type Asked = Readonly<{ districtId: string; indicator: ShownIndicator }>;

async function readTrends(
  tx: Transaction,
  { districtId, indicator }: Asked,
  end: number,
): Promise<DistrictTrends> {
  const months = monthsUntil(end, 24);
  const [row] = await tx.execute<Found>(
    statement(districtId, indicator, { centres: months[0] as number, villages: addMonths(end, -35) }),
  );
  const found = row as Found;
  const villages = found.villages
    .filter(({ cells }) => cells.length > 0)
    .map(({ id, workshop, cells }) => ({
      id,
      workshop,
      months: countedMonths(cells),
      figures: found.figures.filter(({ villageId }) => villageId === id),
    }));
  return {
    months,
    catchments: found.centres.flatMap((centre) => catchmentRun(centre, indicator, months)).sort(signalsFirst),
    aligned: alignedOnWorkshop(villages, indicator, end),
    beside: connectBesideOthers(villages, indicator, end),
  };
}

const signalsFirst = (a: CatchmentRun, b: CatchmentRun) =>
  Number(b.drawn.run.status === "signal") - Number(a.drawn.run.status === "signal") ||
  (a.nameLo < b.nameLo ? -1 : 1);

function catchmentRun(
  { cells, workshop, figures, ...centre }: Found["centres"][number],
  indicator: ShownIndicator,
  months: readonly number[],
): CatchmentRun[] {
  const counted = countedMonths(cells);
  const pairs = months.map((period) => pairOf(indicator, counted.get(period)));
  if (pairs.every(({ k }) => k === null)) return [];
  const held = workshop === null ? -1 : months.indexOf(monthOf(workshop));
  const drawn = monthlyRun({ indicator, level: "catchment", pairs, workshop: held < 0 ? null : held });
  const year = yearOf(indicator, { end: months.at(-1) as number, months: counted, figures });
  return [{ ...centre, pairs, drawn, year }];
}

type Since = Readonly<{ centres: number; villages: number }>;

function statement(districtId: string, indicator: ShownIndicator, since: Since) {
  const codes = [...indicator.numerator, ...(indicator.denominator ?? [])].map((term) =>
    term.replace("-", ""),
  );
  const cells = (kind: 1 | 2, reporter: string, from: number) =>
    countedJson(sql`d.district_id = ${districtId} and d.reporter_kind = ${kind} and d.reporter_id = ${sql.raw(reporter)}
      and d.period >= ${from} and d.source = ${kind}`);
  return sql`
    with wanted as materialized (
      select number, code from data_elements where code = any(${sql.param(`{${codes.join(",")}}`)}::text[])),
    held as materialized (
      select village_id, min(start_date)::text as first from workshops
      where district_id = ${districtId} and deleted_at is null and village_id is not null and status <> 'cancelled'
      group by village_id)
    select
      (select coalesce(json_agg(json_build_object('id', f.id, 'nameLo', f.name_lo, 'nameEn', f.name_en,
          'workshop', (select min(h.first) from catchments c join held h on h.village_id = c.village_id
            where c.facility_id = f.id and c.valid_to is null),
          'villages', (select count(*) from catchments c where c.facility_id = f.id and c.valid_to is null),
          'figures', ${figuresJson(sql`district_id = ${districtId} and facility_id = f.id`)}, 'cells', ${cells(2, "f.id", since.centres)})), '[]')
        from facilities f where f.district_id = ${districtId} and f.valid_to is null) as centres,
      (select coalesce(json_agg(json_build_object('id', v.id, 'workshop', h.first,
          'cells', ${cells(1, "v.id", since.villages)})), '[]')
        from places v left join held h on h.village_id = v.id
        where v.district_id = ${districtId} and v.level = 'village' and v.valid_to is null) as villages,
      (select coalesce(json_agg(json_build_object('villageId', f.village_id, 'kind', f.kind, 'year', f.year, 'value', f.value,
        'method', f.method, 'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id), '[]')
        from population_figures f where f.district_id = ${districtId} and f.deleted_at is null and f.village_id is not null
          and f.facility_id is null and f.kind = ${indicator.populationKind ?? ""}) as figures`;
}
