import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { withKeptPlace } from "@/db/kept-readings";
import { type Actor, rightsOf } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { readableHead } from "@/lib/villages/place-queries";
import { type Months, spellOf, yearOf } from "./calculation";
import type { Figure } from "./denominators";
import { addMonths, lastFullMonth, monthsUntil, quartersUntil } from "./months";
import { type OpenedIndicator, openedIndicator, type Standing, servedMonths } from "./opened-indicator";
import { type ValueSource, valueSources } from "./schema";
import { elementsJson, figuresJson, indicatorsJson, sourcedJson } from "./sql";
import { type Warning, warningsOf } from "./validation";
import {
  type ShownElement,
  type ShownIndicator,
  type SourcedElement,
  sourcedMonths,
  totalsOf,
  type VillageIndicator,
} from "./view";

type Centre = Readonly<{
  id: string;
  nameLo: string;
  nameEn: string;
  /** Where its reports lie: it may stand in another district than the village. */
  districtId: string | null;
  from: string;
  to: string | null;
  cells: readonly SourcedElement[];
  figures: readonly Figure[];
}>;
export type Found = Readonly<{
  indicators: readonly ShownIndicator[];
  elements: readonly ShownElement[];
  own: readonly SourcedElement[];
  centres: readonly Centre[];
  figures: readonly Figure[];
  /** What stands behind the numbers; only where one indicator is opened. */
  standing: Standing | null;
}>;

/** Three years, so that a year before a workshop of two years ago can be opened. */
const MONTHS_BACK = 35;

export type VillageIndicators = Readonly<{
  head: PlaceHead;
  /** The last month that is over, as yyyymm. */
  end: number;
  rows: readonly VillageIndicator[];
  elements: readonly ShownElement[];
  figures: readonly Figure[];
  /** What looks wrong over the twelve months. */
  warnings: readonly Warning[];
  /** Months of the last twelve for which the village reported anything. */
  reported: number;
  /** The one asked for with everything behind it; null when none was, or none such may be shown. */
  opened: OpenedIndicator | null;
}>;

/**
 * A village's own counts by quarter and over twelve months, and beside them those of the health centres that serve it,
 * for the months in which they did. In two statements.
 */
export function villageIndicators(
  actor: Actor,
  code: string,
  indicator?: string,
): Promise<VillageIndicators> {
  const reading = { name: "villageIndicators", of: [code, indicator ?? null, rightsOf(actor), today()] };
  return withKeptPlace(actor.scope, reading, async (tx) => {
    const { head, found } = await readFound(tx, { actor, code, indicator });
    const served = [head.districtId, ...found.centres.map(({ districtId }) => districtId)];
    return {
      answer: indicatorsOf(actor, { head, found, indicator }),
      districtIds: served.every((id) => id !== null) ? [...new Set(served)] : null,
    };
  });
}

type Asked = Readonly<{ actor: Actor; code: string; indicator: string | undefined }>;
type Read = Readonly<{ head: PlaceHead; found: Found }>;

async function readFound(tx: Transaction, { actor, code, indicator }: Asked): Promise<Read> {
  const head = await readableHead(tx, actor, code);
  if (head.level !== "village") throw new AppError("not_found");
  const since = addMonths(lastFullMonth(today()), indicator ? -MONTHS_BACK : -13);
  const [row] = await tx.execute<Found>(statement(head, since, indicator !== undefined));
  return { head, found: row as Found };
}

function indicatorsOf(
  actor: Actor,
  { head, found, indicator }: Read & Pick<Asked, "indicator">,
): VillageIndicators {
  const end = lastFullMonth(today());
  const team = can(actor, "report.record", whereaboutsOfHead(head));
  const shown = <T extends { teamOnly: boolean }>(list: readonly T[]) =>
    list.filter(({ teamOnly }) => team || !teamOnly);
  const months = sourcedMonths(found.own, "village");
  const window = monthsUntil(end, 12);
  const elements = shown(found.elements);
  const told = {
    ...{ found, months, end },
    beside: valueSources
      .filter((source) => source !== "village")
      .map((source) => ({ source, months: sourcedMonths(found.own, source) })),
    centres: found.centres.map((centre) => ({ ...centre, months: servedMonths(centre, end) })),
  };
  const rows = shown(found.indicators).map((one) => rowOf(one, told));
  const row = rows.find((one) => one.indicator.code === indicator);
  return {
    head,
    end,
    elements,
    figures: found.figures,
    rows,
    opened: row ? openedIndicator(row, { found, months, end, elements }) : null,
    warnings: warningsOf(
      elements.map((one) => ({ ...one, maximum: null })),
      totalsOf(months, window),
    ),
    reported: window.filter((period) => months.has(period)).length,
  };
}

type Told = Readonly<{
  found: Found;
  months: Months;
  end: number;
  beside: readonly Readonly<{ source: ValueSource; months: Months }>[];
  centres: readonly (Centre & Readonly<{ months: Months }>)[];
}>;

function rowOf(indicator: ShownIndicator, told: Told): VillageIndicator {
  const { found, months, end } = told;
  const { figures } = found;
  return {
    indicator,
    quarters: quartersUntil(end, 4).map((all) => {
      const periods = all.filter((period) => period <= end);
      return { periods, spell: spellOf(indicator, { periods, months, figures }) };
    }),
    year: yearOf(indicator, { end, months, figures }),
    beside: told.beside
      .map((one) => ({ source: one.source, year: yearOf(indicator, { end, months: one.months, figures }) }))
      .filter(({ year }) => year.rate.months > 0),
    centres: told.centres
      .map((centre) => ({
        nameLo: centre.nameLo,
        nameEn: centre.nameEn,
        year: yearOf(indicator, { end, months: centre.months, figures: centre.figures }),
      }))
      .filter(({ year }) => year.rate.months > 0),
  };
}

/** Evidence of an opened indicator: the reports of its months, the workshops, the newest plan and the newest photo of its work. */
const standingJson = ({ id, districtId }: PlaceHead) => sql`jsonb_build_object(
  'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'period', r.period, 'source', r.source,
      'verified', report_verified(r.id))), '[]') from reports r
    where r.district_id = ${districtId} and r.reporter_id = ${id} and r.submitted and r.deleted_at is null),
  'workshops', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'startDate', w.start_date) order by w.start_date), '[]')
    from workshops w where w.district_id = ${districtId} and w.village_id = ${id} and w.deleted_at is null
      and w.status <> 'cancelled'),
  'plan', (select jsonb_build_object('id', p.id, 'date', coalesce(p.displayed_date, p.agreed_date)) from plans p
    where p.district_id = ${districtId} and p.village_id = ${id} and p.deleted_at is null
    order by coalesce(p.displayed_date, p.agreed_date, p.created_at::date) desc, p.created_at desc limit 1),
  'photo', (select jsonb_build_object('actionId', g.action_id, 'date', g.date) from progress_reports g
    where g.district_id = ${districtId} and g.village_id = ${id} and g.photo_id is not null and g.deleted_at is null
    order by g.date desc, g.created_at desc limit 1))`;

function statement(place: PlaceHead, since: number, opened: boolean) {
  const { id, districtId } = place;
  const own = sql`d.district_id = ${districtId} and d.reporter_kind = 1 and d.reporter_id = ${id} and d.period >= ${since}`;
  const centre = sql`d.district_id = s.district_id and d.reporter_kind = 2 and d.reporter_id = s.id and d.period >= ${since}`;
  return sql`
    select ${indicatorsJson()} as indicators, ${elementsJson} as elements, ${sourcedJson(own)} as own,
      ${figuresJson(sql`district_id = ${districtId} and village_id = ${id} and facility_id is null`)} as figures,
      ${opened ? standingJson(place) : sql`null::jsonb`} as standing,
      (select coalesce(json_agg(json_build_object('id', s.id, 'nameLo', s.name_lo, 'nameEn', s.name_en,
          'districtId', s.district_id, 'from', s.valid_from, 'to', s.valid_to, 'cells', ${sourcedJson(centre)},
          'figures', ${figuresJson(sql`district_id = s.district_id and facility_id = s.id`)}) order by s.valid_from), '[]')
        from (
          select f.id, f.name_lo, f.name_en, c.valid_from, c.valid_to, coalesce(p.district_id, f.district_id) as district_id
          from catchments c join facilities f on f.id = c.facility_id left join places p on p.id = f.village_id
          where c.village_id = ${id} offset 0) s) as centres`; // offset: as a column the district is looked up, as an expression it is not
}
