import { CELL_FROM, type ClusteredContrast, clusteredContrast, type VillageSum } from "./clustered-contrast";

/** The four cells of a difference-in-difference: two groups, two rounds. */
export interface RoundSums {
  exposed: { baseline: readonly VillageSum[]; endline: readonly VillageSum[] };
  unexposed: { baseline: readonly VillageSum[]; endline: readonly VillageSum[] };
}

/**
 * (exposed endline − exposed baseline) − (unexposed endline − unexposed baseline), CR2 by village (statistics.md §4).
 * All usable answers of both rounds. Cells in `cellSizes`: exposed endline, exposed baseline, unexposed endline,
 * unexposed baseline. Show estimate, interval, n and number of villages; no stars.
 */
export function differenceInDifference(sums: RoundSums, cellFrom = CELL_FROM): ClusteredContrast {
  return clusteredContrast(
    [
      { sign: 1, villages: sums.exposed.endline },
      { sign: -1, villages: sums.exposed.baseline },
      { sign: -1, villages: sums.unexposed.endline },
      { sign: 1, villages: sums.unexposed.baseline },
    ],
    cellFrom,
  );
}

/**
 * Endline minus baseline of one group, all usable answers of both rounds, CR2 by village (statistics.md §4). In one
 * village it has no interval. Cells in `cellSizes`: endline, baseline.
 */
export function changeBetweenRounds(group: RoundSums["exposed"], cellFrom = CELL_FROM): ClusteredContrast {
  return clusteredContrast(
    [
      { sign: 1, villages: group.endline },
      { sign: -1, villages: group.baseline },
    ],
    cellFrom,
  );
}

/** Known at baseline, from the panel key or from village assignment; null = not known. */
export type Exposure = "participant" | "indirect" | "unexposed" | null;

export interface ExposureSum extends VillageSum {
  round: "baseline" | "endline";
  exposure: Exposure;
}

export interface ExposureContrasts {
  participant: ClusteredContrast;
  indirect: ClusteredContrast;
  /** Answers of unknown exposure: they enter no cell and are never imputed. */
  unknownExposure: number;
}

/**
 * Participants against the unexposed and indirectly exposed against the unexposed: two contrasts, to be stated as such
 * (statistics.md §4). A subgroup's contrast is "not a test of difference between subgroups".
 */
export function exposureContrasts(sums: readonly ExposureSum[]): ExposureContrasts {
  const cell = (exposure: Exposure, round: ExposureSum["round"]) =>
    sums.filter((one) => one.exposure === exposure && one.round === round);
  const rounds = (exposure: Exposure) => ({
    baseline: cell(exposure, "baseline"),
    endline: cell(exposure, "endline"),
  });
  const unexposed = rounds("unexposed");
  return {
    participant: differenceInDifference({ exposed: rounds("participant"), unexposed }),
    indirect: differenceInDifference({ exposed: rounds("indirect"), unexposed }),
    unknownExposure: sums.reduce((total, one) => total + (one.exposure === null ? one.n : 0), 0),
  };
}
