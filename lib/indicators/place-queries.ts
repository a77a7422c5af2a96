import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { readableHead } from "@/lib/villages/place-queries";
import { type Months, spellOf, yearOf } from "./calculation";
import type { Figure } from "./denominators";
import { addMonths, lastFullMonth, monthOf, monthsUntil, quartersUntil } from "./months";
import { valueSources } from "./schema";
import { cellsJson, elementsJson, figuresJson, indicatorsJson } from "./sql";
import { type Warning, warningsOf } from "./validation";
import {
  type Cell,
  monthsOf,
  type ShownElement,
  type ShownIndicator,
  totalsOf,
  type VillageIndicator,
} from "./view";

type Centre = Readonly<{
  nameLo: string;
  nameEn: string;
  from: string;
  to: string | null;
  cells: readonly Cell[];
  figures: readonly Figure[];
}>;
type Found = Readonly<{
  indicators: readonly ShownIndicator[];
  elements: readonly ShownElement[];
  own: readonly Cell[];
  centres: readonly Centre[];
  figures: readonly Figure[];
}>;

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
}>;

/**
 * A village's own counts by quarter and over twelve months, and beside them those of the health centres that serve it,
 * for the months in which they did. In two statements.
 */
export async function villageIndicators(actor: Actor, code: string): Promise<VillageIndicators> {
  const end = lastFullMonth(today());
  const { head, found } = await withScope(actor.scope, async (tx) => {
    const place = await readableHead(tx, actor, code);
    if (place.level !== "village") throw new AppError("not_found");
    const [row] = await tx.execute<Found>(statement(place, addMonths(end, -13)));
    return { head: place, found: row as Found };
  });
  const team = can(actor, "report.record", whereaboutsOfHead(head));
  const shown = <T extends { teamOnly: boolean }>(list: readonly T[]) =>
    list.filter(({ teamOnly }) => team || !teamOnly);
  const months = monthsOf(found.own, "village");
  const window = monthsUntil(end, 12);
  const elements = shown(found.elements);
  return {
    head,
    end,
    elements,
    figures: found.figures,
    rows: shown(found.indicators).map((indicator) => rowOf(indicator, { found, months, end })),
    warnings: warningsOf(
      elements.map((one) => ({ ...one, maximum: null })),
      totalsOf(months, window),
    ),
    reported: window.filter((period) => months.has(period)).length,
  };
}

type Given = { found: Found; months: Months; end: number };

function rowOf(indicator: ShownIndicator, { found, months, end }: Given): VillageIndicator {
  const { own, figures, centres } = found;
  const others = valueSources.filter((source) => source !== "village");
  return {
    indicator,
    quarters: quartersUntil(end, 4).map((all) => {
      const periods = all.filter((period) => period <= end);
      return { periods, spell: spellOf(indicator, { periods, months, figures }) };
    }),
    year: yearOf(indicator, { end, months, figures }),
    beside: others
      .map((source) => ({ source, year: yearOf(indicator, { end, months: monthsOf(own, source), figures }) }))
      .filter(({ year }) => year.rate.months > 0),
    centres: centres
      .map(({ nameLo, nameEn, ...centre }) => ({ nameLo, nameEn, year: centreYear(indicator, centre, end) }))
      .filter(({ year }) => year.rate.months > 0),
  };
}

/** Only months in which the centre served the village: catchments by date. */
function centreYear(indicator: ShownIndicator, centre: Omit<Centre, "nameLo" | "nameEn">, end: number) {
  const from = monthOf(centre.from);
  const to = centre.to === null ? end : monthOf(centre.to);
  const cells = centre.cells.filter(([, period]) => period >= from && period <= to);
  return yearOf(indicator, { end, months: monthsOf(cells, "facility"), figures: centre.figures });
}

function statement({ id, districtId }: PlaceHead, since: number) {
  const own = sql`data_values d join data_elements e on e.number = d.element_number
    where d.district_id = ${districtId} and d.reporter_kind = 1 and d.reporter_id = ${id} and d.period >= ${since}`;
  const centre = sql`data_values d join data_elements e on e.number = d.element_number
    where d.district_id = s.district_id and d.reporter_kind = 2 and d.reporter_id = s.id and d.period >= ${since}`;
  return sql`
    select ${indicatorsJson} as indicators, ${elementsJson} as elements, ${cellsJson(own)} as own,
      ${figuresJson(sql`district_id = ${districtId} and village_id = ${id} and facility_id is null`)} as figures,
      (select coalesce(jsonb_agg(jsonb_build_object('nameLo', s.name_lo, 'nameEn', s.name_en, 'from', s.valid_from,
          'to', s.valid_to, 'cells', ${cellsJson(centre)},
          'figures', ${figuresJson(sql`facility_id = s.id`)}) order by s.valid_from), '[]')
        from (
          select f.id, f.name_lo, f.name_en, c.valid_from, c.valid_to, coalesce(p.district_id, f.district_id) as district_id
          from catchments c join facilities f on f.id = c.facility_id left join places p on p.id = f.village_id
          where c.village_id = ${id}) s) as centres`;
}
