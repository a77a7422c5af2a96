import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { rolesTable } from "@/lib/access/roles";
import { today } from "@/lib/clock";
import { yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { indicatorsJson } from "@/lib/indicators/sql";
import { type Cell, monthsOf, type ShownIndicator } from "@/lib/indicators/view";
import { chosenAndWanted, chosenJson } from "./chosen";
import { type DistrictFunnel, type DistrictYear, districtFunnel } from "./district-funnel";

type Found = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  districts: readonly (Omit<DistrictYear, "year"> & { cells: readonly Cell[]; figures: readonly Figure[] })[];
}>;

export type ComparedDistricts = DistrictFunnel &
  Readonly<{ end: number; indicator: ShownIndicator; indicators: readonly ShownIndicator[] }>;

/**
 * The districts an actor reviews by one indicator, over twelve months, as health centres counted. Null while nothing is
 * counted anywhere. In one statement, from the sums kept with every write.
 */
export async function comparedDistricts(
  actor: Actor,
  indicator: string | null,
): Promise<ComparedDistricts | null> {
  requireCan(actor, "district.review");
  const end = lastFullMonth(today());
  const ids = actor.assignments
    .filter(({ role }) => rolesTable[role].includes("district.review"))
    .flatMap(({ districtIds }) => districtIds);
  const found = await withKeptReading(
    actor.scope,
    { name: "comparedDistricts", of: [indicator, end], districtIds: ids },
    async (tx) => {
      const [row] = await tx.execute<Found>(statement(ids, indicator, addMonths(end, -11)));
      return row as Found;
    },
  );
  const chosen = found.indicator;
  if (!chosen) return null;
  const years = found.districts.map(({ cells, figures, ...district }) => ({
    ...district,
    year: yearOf(chosen, { end, months: monthsOf(cells, "facility"), figures }),
  }));
  return { end, indicator: chosen, indicators: found.indicators, ...districtFunnel(years, chosen) };
}

const statement = (ids: readonly string[], indicator: string | null, since: number) => sql`
  with ${chosenAndWanted(indicator)}
  select
    ${chosenJson} as indicator,
    ${indicatorsJson()} as indicators,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'code', p.code, 'nameLo', p.name_lo, 'nameEn', p.name_en,
        'cells', (select coalesce(jsonb_agg(jsonb_build_array(w.code, m.period, m.source, m.total)), '[]')
          from wanted w join district_months m on m.district_id = p.id and m.source = 2 and m.element_number = w.number
            and m.period >= ${since}),
        'figures', (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'year', f.year, 'value', f.value,
            'method', f.method, 'asOf', f.as_of, 'source', f.source) order by f.as_of, f.id), '[]')
          from population_figures f where f.district_id = p.id and f.village_id is null and f.facility_id is null
            and f.deleted_at is null and f.kind = (select population_kind from chosen))) order by p.code), '[]')
      from places p where p.id = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])) as districts`;
