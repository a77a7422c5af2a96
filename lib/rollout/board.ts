import {
  levelOf,
  payers,
  type Stage,
  type StageCounts,
  stages,
  stuckAt,
  sumStages,
} from "@/lib/counts/stages";
import type { Board, DistrictBoard } from "./board-queries";
import type { RolloutChoices } from "./choices";
import { plannedModules } from "./schema";

/** One line of the board: a district, a province, or all that the reader reviews. */
export type BoardLine = Readonly<{
  id: string;
  code: string;
  nameLo: string;
  nameEn: string;
  /** Districts with a plan, of those there are. */
  districts: readonly [planned: number, inAll: number];
  villages: number;
  stages: StageCounts;
  payers: DistrictBoard["payers"];
  plannedKip: number;
  spentKip: number;
  costed: number;
  carriedOut: number;
  spentOn: number;
  /** Where most of its villages are behind. */
  stuck: Stage | null;
}>;

type Sums = Omit<BoardLine, "id" | "code" | "nameLo" | "nameEn" | "districts">;

export function sumBoard(rows: readonly DistrictBoard[]): Sums {
  const sum = (of: (row: DistrictBoard) => number) => rows.reduce((total, row) => total + of(row), 0);
  const counts = sumStages(rows.map((row) => row.stages));
  return {
    villages: sum((row) => row.villages),
    stages: counts,
    payers: Object.fromEntries(
      payers.map((payer) => [payer, sum((row) => row.payers[payer])]),
    ) as DistrictBoard["payers"],
    plannedKip: sum((row) => row.plannedKip),
    spentKip: sum((row) => row.spentKip),
    costed: sum((row) => row.costed),
    carriedOut: sum((row) => row.carriedOut),
    spentOn: sum((row) => row.spentOn),
    stuck: stuckAt(counts),
  };
}

/** Every province asked for, also one without a plan. */
export function provinceLines({ provinces, districts }: Board): BoardLine[] {
  const byProvince = Map.groupBy(districts, (row) => row.provinceId);
  return provinces.map(({ districts: inAll, ...province }) => {
    const rows = byProvince.get(province.id) ?? [];
    return { ...province, districts: [rows.length, inAll], ...sumBoard(rows) };
  });
}

export const districtLines = ({ districts }: Board): BoardLine[] =>
  districts.map((row) => ({ ...row, districts: [1, 1], ...sumBoard([row]) }));

/** The stages that the chosen level leaves in sight. */
export const shownStages = ({ level }: Pick<RolloutChoices, "level">): Stage[] =>
  stages.filter((stage) => level === null || levelOf[stage] === level);

/** Villages meant to be reached by the end of each month: those reached before the year, and the plan's on top. */
export function plannedSteps(months: Board["months"], before: number): { month: string; villages: number }[] {
  let villages = before;
  return months.map(([month, more]) => {
    villages += more;
    return { month, villages };
  });
}

/** Villages planned for each module and those where it was held. */
export const modulesOf = (rows: readonly DistrictBoard[]) =>
  plannedModules.flatMap((module): [module: string, planned: number, held: number][] => {
    const [planned, held] = [0, 1].map((at) =>
      rows.reduce((sum, row) => sum + (row.modules[module]?.[at] ?? 0), 0),
    ) as [number, number];
    return planned > 0 ? [[module, planned, held]] : [];
  });
