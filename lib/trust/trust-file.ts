import type { ClusteredContrast } from "@/lib/statistics/clustered-contrast";
import type { TrustSummary, VillageTrust } from "./queries";
import type { ShownMean } from "./results";

type Cell = string | number | null;

/** One decimal, as on the page: the file says no more than the screen. */
const points = (value: number | null | undefined): Cell =>
  value === null || value === undefined ? null : Math.round(value * 10) / 10;

const heading = [
  "place_code",
  "instrument",
  "version",
  "wave",
  "start_date",
  "of",
  "group",
  "n",
  "villages",
  "mean",
  "low_95",
  "high_95",
  "shown",
];

const meanCells = (mean: ShownMean | null): Cell[] => [
  mean?.n ?? null,
  null,
  points(mean?.mean),
  points(mean?.lo),
  points(mean?.hi),
  mean ? "yes" : "no",
];

/** Below the table: for which place, and when it was made. */
const made = (on: string, place: string): Cell[][] => [[], ["place", place], ["date", on]];

/** Exactly what the village's page shows, line by line; what is hidden there is hidden here. */
export function villageTrustRows({ head, rounds, instruments }: VillageTrust, on: string): Cell[][] {
  const rows = rounds.flatMap((round) => {
    const instrument = instruments.find(({ id }) => id === round.instrumentId);
    const start: Cell[] = [
      head.code ?? head.id,
      instrument?.series ?? null,
      instrument?.version ?? null,
      round.wave,
      round.startDate,
    ];
    const { result } = round;
    if (!result) return [];
    return [
      [...start, "index", "all", ...meanCells(result.total)],
      ...result.items.map(({ code, mean }) => [...start, "item", code, ...meanCells(mean)]),
      ...result.groups.map(({ by, category, mean }) => [...start, by, category, ...meanCells(mean)]),
    ];
  });
  return [heading, ...rows, ...made(on, head.code ?? head.id)];
}

const contrastCells = ({ cellSizes, villages, estimate, lo, hi, status }: ClusteredContrast): Cell[] => [
  cellSizes ? cellSizes.reduce((sum, n) => sum + n, 0) : null,
  villages,
  points(estimate),
  points(lo),
  points(hi),
  status,
];

export function trustSummaryRows({ area, results }: TrustSummary, on: string): Cell[][] {
  const rows = results.flatMap(({ instrument, waves, contrasts }) => {
    const start: Cell[] = [area?.code ?? area?.id ?? "all", instrument.series, instrument.version];
    return [
      ...waves.map(({ wave, mean }) => [...start, wave, null, "index", "all", ...contrastCells(mean)]),
      ...contrasts.flatMap(({ wave, contrasts: { participant, indirect } }) => [
        [...start, wave, null, "difference", "participant", ...contrastCells(participant)],
        [...start, wave, null, "difference", "indirect", ...contrastCells(indirect)],
      ]),
    ];
  });
  return [heading, ...rows, ...made(on, area?.code ?? area?.id ?? "all")];
}
