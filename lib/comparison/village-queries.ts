import "server-only";
import type { Transaction } from "@/db/client";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import type { DistrictBoundary } from "@/lib/districts/review";
import { countActions, markOf } from "@/lib/districts/summary";
import { AppError } from "@/lib/errors";
import { yearOf } from "@/lib/indicators/calculation";
import type { Figure } from "@/lib/indicators/denominators";
import { shownYear } from "@/lib/indicators/display";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import { sinceWorkshop } from "@/lib/indicators/since-workshop";
import { type CountedElement, countedMonths, type ShownIndicator } from "@/lib/indicators/view";
import { meanFromSums } from "@/lib/statistics/mean-from-sums";
import { rangeOf } from "@/lib/trust/rules";
import { standingStatement, type VillageStanding, valuesStatement } from "./statements";
import type { ComparedVillage, Comparison, VillageTrustMean } from "./village-rows";

/** Three years back: a year before workshops of up to two years ago. */
const MONTHS_BACK = 35;

type TrustRow = Readonly<{
  villageId: string;
  instrumentId: string;
  startDate: string;
  n: number;
  sum: number | null;
  squares: number | null;
}>;
type Instrument = Readonly<{ id: string; series: string; nameLo: string; nameEn: string }> &
  Parameters<typeof rangeOf>[0];
type Values = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  cells: readonly (readonly [village: string, counted: readonly CountedElement[]])[];
  figures: readonly (Figure & { villageId: string })[];
  lastReports: Readonly<Record<string, number>>;
  trust: readonly TrustRow[] | null;
  instruments: readonly Instrument[];
  facilities: readonly PlacedFacility[];
  boundary: DistrictBoundary | null;
  outlines: readonly DistrictBoundary[];
}>;

type PlacedFacility = Readonly<{
  id: string;
  nameLo: string;
  nameEn: string;
  lat: number | null;
  lng: number | null;
}>;
type Asked = Readonly<{ districtId: string; indicator: string | null }>;
export type DistrictComparison = Comparison &
  Readonly<{
    /** Health facilities of the district, for its map. */
    facilities: readonly PlacedFacility[];
    boundary: DistrictBoundary | null;
    /** Of villages, where any were imported. */
    outlines: readonly DistrictBoundary[];
  }>;

/**
 * The villages of a district that had a workshop or report, by one indicator as their own volunteers counted it, in two
 * statements. Deaths only for those who report and verify; trust only for those who read it village by village.
 */
export async function comparedVillages(
  actor: Actor,
  { districtId, indicator }: Asked,
): Promise<DistrictComparison> {
  const place = { districtId, villageId: null };
  requireCan(actor, "district.review", place);
  const end = lastFullMonth(today());
  const team = can(actor, "report.record", place);
  const trust = can(actor, "trust.read", place);
  const asked = { districtId, indicator, since: addMonths(end, -MONTHS_BACK), team, trust };
  return withKeptReading(
    actor.scope,
    { name: "comparedVillages", of: [indicator, team, trust, today()], districtIds: [districtId] },
    (tx) => readComparison(tx, asked, end),
  );
}

type Statements = Parameters<typeof valuesStatement>[0];

async function readComparison(tx: Transaction, asked: Statements, end: number): Promise<DistrictComparison> {
  const [standings, [row]] = await Promise.all([
    tx.execute<VillageStanding>(standingStatement(asked.districtId)),
    tx.execute<Values>(valuesStatement(asked)),
  ]);
  const values = row as Values;
  const chosen = values.indicator;
  if (!chosen) throw new AppError("not_found");
  const trust = trustOf(values);
  const counted = new Map(values.cells.map(([village, cells]) => [village, countedMonths(cells)]));
  const villages = standings
    .filter(({ id, firstWorkshop }) => firstWorkshop !== null || values.lastReports[id] !== undefined)
    .map((one): ComparedVillage => {
      const given = {
        months: counted.get(one.id) ?? new Map<number, Record<string, number>>(),
        figures: values.figures.filter(({ villageId }) => villageId === one.id),
        end,
      };
      return comparedVillage(one, chosen, { ...given, trust: trust?.means.get(one.id) ?? null, values });
    });
  return {
    end,
    indicator: chosen,
    indicators: values.indicators,
    villages,
    trustScale: trust?.scale ?? null,
    facilities: values.facilities,
    boundary: values.boundary,
    outlines: values.outlines,
  };
}

type Given = Readonly<{
  months: ReadonlyMap<number, Record<string, number>>;
  figures: readonly Figure[];
  end: number;
  trust: VillageTrustMean | null;
  values: Values;
}>;

function comparedVillage(
  { actions, plan, ...village }: VillageStanding,
  indicator: ShownIndicator,
  { values, trust, ...given }: Given,
): ComparedVillage {
  const acts = actions.map(([due, status]) => ({ due, status }));
  const year = yearOf(indicator, given);
  return {
    ...village,
    mark: markOf({ plan }, acts, today()),
    counts: countActions(acts, today()),
    lastReport: values.lastReports[village.id] ?? null,
    year,
    shown: shownYear(indicator, year),
    since: sinceWorkshop(indicator, { ...given, workshop: village.firstWorkshop }),
    trust,
  };
}

/** The newest round of each village, of the one questionnaire that most villages answered, so that a column compares alike. */
function trustOf({ trust, instruments }: Values) {
  if (!trust || trust.length === 0) return null;
  const seriesOf = (id: string) => instruments.find((one) => one.id === id)?.series ?? id;
  const bySeries = Map.groupBy(trust, ({ instrumentId }) => seriesOf(instrumentId));
  const villagesIn = (rows: readonly TrustRow[]) => new Set(rows.map(({ villageId }) => villageId)).size;
  const rows = [...bySeries.values()].sort((a, b) => villagesIn(b) - villagesIn(a))[0] ?? [];
  const instrument = instruments.find(({ id }) => id === rows[0]?.instrumentId);
  if (!instrument) return null;
  const means = new Map<string, VillageTrustMean>();
  // Newest first: a village's first row is its newest round.
  for (const row of rows) if (!means.has(row.villageId)) means.set(row.villageId, meanOf(row));
  const { nameLo, nameEn } = instrument;
  return { means, scale: { nameLo, nameEn, range: rangeOf(instrument) } };
}

function meanOf({ startDate, n, sum, squares }: TrustRow): VillageTrustMean {
  if (sum === null || squares === null) return { startDate, mean: null };
  const { mean, lo, hi } = meanFromSums({ n, sum, squares });
  return { startDate, mean: mean === null ? null : { n, mean, lo, hi } };
}
