import { type ClusteredContrast, meanOverVillages } from "@/lib/statistics/clustered-contrast";
import { hiddenSubgroups } from "@/lib/statistics/row-suppression";
import { type ClusterCell, VILLAGES_FROM } from "@/lib/trust/clusters";
import { exposures, waves } from "@/lib/trust/schema";
import { type Cell, HIDDEN } from "./tables";

export type PlacedCell = ClusterCell & Readonly<{ province: string | null }>;
type Instrument = Readonly<{ id: string; series: string; version: number }>;

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** Lines of one round that are hidden together: of one village alone, and another with it. */
function linesOf(
  groups: readonly (readonly [name: readonly Cell[], cells: readonly PlacedCell[]])[],
): Cell[][] {
  const told = groups.map(([, cells]) =>
    cells.flatMap(({ village, n, sum }) => (sum === null ? [] : [{ village: String(village), n, sum }])),
  );
  const { rows } = hiddenSubgroups(
    told.map((sums) => new Set(sums.map(({ village }) => village)).size),
    VILLAGES_FROM,
  );
  return groups.flatMap(([name], at) => {
    const sums = told[at] ?? [];
    if (sums.length === 0) return [];
    if (rows[at]) return [[...name, ...Array<Cell>(5).fill(HIDDEN)]];
    return [[...name, ...meanCells(meanOverVillages(sums))]];
  });
}

const meanCells = ({ villages, cellSizes, estimate, lo, hi }: ClusteredContrast): Cell[] => [
  villages,
  cellSizes?.[0] ?? null,
  rounded(estimate),
  rounded(lo),
  rounded(hi),
];

const eachRound = (
  cells: readonly PlacedCell[],
  instruments: readonly Instrument[],
  lines: (round: readonly PlacedCell[], name: readonly [string, string]) => Cell[][],
) =>
  instruments.flatMap(({ id, series, version }) =>
    waves.flatMap((wave) =>
      lines(
        cells.filter((cell) => cell.instrumentId === id && cell.wave === wave),
        [`${series} v${version}`, wave],
      ),
    ),
  );

/** The index by province and round, over villages. */
export const trustRows = (cells: readonly PlacedCell[], instruments: readonly Instrument[]) =>
  eachRound(cells, instruments, (round, name) => {
    const whole = round.filter(({ exposure }) => exposure === "all");
    const provinces = [...Map.groupBy(whole, ({ province }) => province)].sort(([a], [b]) =>
      (a ?? "") < (b ?? "") ? -1 : 1,
    );
    return linesOf(provinces.map(([province, own]) => [[province, ...name], own] as const));
  });

/** The index by how people met CONNECT and round, over villages. */
export const exposureRows = (cells: readonly PlacedCell[], instruments: readonly Instrument[]) =>
  eachRound(cells, instruments, (round, name) =>
    linesOf(
      exposures.map(
        (exposure) => [[...name, exposure], round.filter((cell) => cell.exposure === exposure)] as const,
      ),
    ),
  );
