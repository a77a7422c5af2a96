import {
  type ClusteredContrast,
  meanOverVillages,
  type VillageSum,
} from "@/lib/statistics/clustered-contrast";
import { type ExposureContrasts, exposureContrasts } from "@/lib/statistics/difference-in-difference";
import { type Exposure, exposures, type Wave, waves } from "./schema";

/** People and sum of one village's round, whole ("all") or by exposure (`trust_clusters`). */
export type ClusterCell = Readonly<{
  village: number | string;
  instrumentId: string;
  wave: Wave;
  exposure: Exposure | "not_said" | "all";
  n: number;
  /** Null: fewer than ten, left out. */
  sum: number | null;
}>;

export type WaveMean = Readonly<{
  wave: Wave;
  mean: ClusteredContrast;
  villages: number;
  n: number;
  /** Villages with fewer than ten answers. */
  leftOut: number;
}>;

export type SummaryResult = Readonly<{
  waves: readonly WaveMean[];
  /** Baseline against a later round, exposed against unexposed. */
  contrasts: readonly Readonly<{ wave: Wave; contrasts: ExposureContrasts }>[];
}>;

/** At least so many villages, or a mean over them would be one village's (statistics §14). */
export const VILLAGES_FROM = 2;

const sumOf = ({ village, n, sum }: ClusterCell): VillageSum[] =>
  sum === null ? [] : [{ village: String(village), n, sum }];

/** What may be said over several villages of one instrument; null where there is nothing. */
export function summaryOf(cells: readonly ClusterCell[]): SummaryResult | null {
  const means = waves.flatMap((wave) => waveMean(cells, wave));
  if (means.length === 0) return null;
  const later = waves.filter((wave) => wave !== "baseline" && wave !== "other");
  const contrasts = later.flatMap((wave) => {
    const both = cells.filter((cell) => cell.exposure !== "all" && [wave, "baseline"].includes(cell.wave));
    const has = (one: Wave) => both.some((cell) => cell.wave === one);
    return has("baseline") && has(wave) ? [{ wave, contrasts: contrastsOf(both) }] : [];
  });
  return { waves: means, contrasts };
}

function waveMean(cells: readonly ClusterCell[], wave: Wave): WaveMean[] {
  const whole = cells.filter((cell) => cell.wave === wave && cell.exposure === "all");
  const sums = whole.flatMap(sumOf);
  const villages = new Set(sums.map(({ village }) => village)).size;
  if (villages < VILLAGES_FROM) return [];
  const n = sums.reduce((total, one) => total + one.n, 0);
  return [{ wave, mean: meanOverVillages(sums), villages, n, leftOut: whole.length - sums.length }];
}

const isExposure = (name: string): name is Exposure => (exposures as readonly string[]).includes(name);

const contrastsOf = (cells: readonly ClusterCell[]) =>
  exposureContrasts(
    cells.flatMap((cell) =>
      sumOf(cell).map((sum) => ({
        ...sum,
        round: cell.wave === "baseline" ? ("baseline" as const) : ("endline" as const),
        exposure: isExposure(cell.exposure) ? cell.exposure : null,
      })),
    ),
  );
