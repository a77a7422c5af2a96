import { tQuantile } from "./distributions";

/** Below these degrees of freedom the approximation is distrusted: no interval, statistics.md §4. */
const DEGREES_FROM = 4;

/** Below this many answers in any cell nothing is shown, statistics.md §4. */
export const CELL_FROM = 10;

/** Answers of one village in one cell (a group in a round): how many, and their sum. */
export interface VillageSum {
  village: string;
  n: number;
  sum: number;
}

export interface SignedCell {
  sign: 1 | -1;
  villages: readonly VillageSum[];
}

/**
 * `ok` with an interval · `low-df` too few villages for one · `no-spread` villages do not differ at all ·
 * `one-village-cell` a group seen in one village only · `empty-cell` · `hidden` a cell below `CELL_FROM`.
 */
export type ContrastStatus = "ok" | "low-df" | "no-spread" | "one-village-cell" | "empty-cell" | "hidden";

export interface ClusteredContrast {
  status: ContrastStatus;
  /** Signed sum of the cell means, in units of what was summed. Null when `empty-cell` or `hidden`. */
  estimate: number | null;
  /** CR2 standard error and Satterthwaite degrees of freedom; null when they cannot be estimated. */
  standardError: number | null;
  degreesOfFreedom: number | null;
  /** 95 % limits; null unless `ok`. */
  lo: number | null;
  hi: number | null;
  /** Villages behind it, and answers per cell in the order given; null when `hidden`. */
  villages: number | null;
  cellSizes: number[] | null;
}

interface Cell {
  sign: 1 | -1;
  n: number;
  mean: number;
  sums: Map<string, { n: number; sum: number }>;
}

function cellOf({ sign, villages }: SignedCell): Cell {
  const sums: Cell["sums"] = new Map();
  for (const { village, n, sum } of villages) {
    if (!Number.isInteger(n) || n < 0 || !Number.isFinite(sum) || (n === 0 && sum !== 0)) {
      throw new RangeError(`not a sum of answers: ${n}, ${sum}`);
    }
    const before = sums.get(village) ?? { n: 0, sum: 0 };
    if (n > 0) sums.set(village, { n: before.n + n, sum: before.sum + sum });
  }
  const all = [...sums.values()];
  const n = all.reduce((total, village) => total + village.n, 0);
  return { sign, n, mean: all.reduce((total, village) => total + village.sum, 0) / n, sums };
}

/** n·a of a village in a cell, a being the sign and the CR2 adjustment; 0 where it has no answers. */
function weightOf(cell: Cell, village: string): number {
  const n = cell.sums.get(village)?.n ?? 0;
  return n === 0 ? 0 : (n * cell.sign) / cell.n / Math.sqrt(1 - n / cell.n);
}

function residualOf(cell: Cell, village: string): number {
  const own = cell.sums.get(village);
  return own ? (weightOf(cell, village) / own.n) * (own.sum - own.n * cell.mean) : 0;
}

function sumOver<T>(list: readonly T[], term: (one: T) => number): number {
  return list.reduce((total, one) => total + term(one), 0);
}

/**
 * Satterthwaite: (tr P)² / tr P² for P = diag(d) − Σ_c w_c·w_cᵀ/n_c, expanded so that it costs villages × cells²
 * and not villages².
 */
function degreesOfFreedom(cells: readonly Cell[], villages: readonly string[]): number {
  const weights = cells.map((cell) => villages.map((village) => weightOf(cell, village)));
  const own = villages.map((village, g) =>
    sumOver(
      cells.map((cell, c) => ({ n: cell.sums.get(village)?.n, w: weights[c]?.[g] ?? 0 })),
      ({ n, w }) => (n ? (w * w) / n : 0),
    ),
  );
  const each = cells.map((cell, c) => ({ n: cell.n, w: weights[c] ?? [] }));
  const trace = sumOver(own, (d) => d) - sumOver(each, ({ n, w }) => sumOver(w, (x) => x * x) / n);
  const cross = sumOver(
    each,
    ({ n, w }) =>
      sumOver(
        w.map((x, g) => x * x * (own[g] ?? 0)),
        (x) => x,
      ) / n,
  );
  const pairs = sumOver(each, (a) =>
    sumOver(
      each,
      (b) =>
        sumOver(
          a.w.map((x, g) => x * (b.w[g] ?? 0)),
          (x) => x,
        ) **
          2 /
        (a.n * b.n),
    ),
  );
  return trace ** 2 / (sumOver(own, (d) => d * d) - 2 * cross + pairs);
}

const NOTHING = { estimate: null, standardError: null, degreesOfFreedom: null, lo: null, hi: null };

/**
 * Signed sum of cell means with the CR2 standard error by village and Satterthwaite degrees of freedom, from sums alone
 * (statistics.md §4; Bell & McCaffrey 2002, Pustejovsky & Tipton 2018). One cell is a mean over villages, two a
 * difference of groups, four a difference-in-difference. The same people may sit in two cells if in the same village.
 * `cellFrom` below `CELL_FROM` is for computing only, never for showing.
 * @throws RangeError for negative or broken counts and for sums that are not finite.
 */
export function clusteredContrast(signed: readonly SignedCell[], cellFrom = CELL_FROM): ClusteredContrast {
  const cells = signed.map(cellOf);
  if (cells.some(({ n }) => n > 0 && n < cellFrom)) {
    return { status: "hidden", ...NOTHING, villages: null, cellSizes: null };
  }
  const names = [...new Set(cells.flatMap(({ sums }) => [...sums.keys()]))];
  const counted = { villages: names.length, cellSizes: cells.map(({ n }) => n) };
  if (cells.some(({ n }) => n === 0)) return { status: "empty-cell", ...NOTHING, ...counted };
  const estimate = sumOver(cells, (cell) => cell.sign * cell.mean);
  if (cells.some(({ sums }) => sums.size === 1)) {
    return { ...NOTHING, status: "one-village-cell", estimate, ...counted };
  }
  const squared = sumOver(names, (village) => sumOver(cells, (cell) => residualOf(cell, village)) ** 2);
  const scale = sumOver(cells, ({ mean }) => Math.abs(mean));
  const standardError = Math.sqrt(squared);
  if (standardError <= 1e-12 * Math.max(1, scale)) {
    return { ...NOTHING, status: "no-spread", estimate, standardError: 0, ...counted };
  }
  const df = degreesOfFreedom(cells, names);
  const found = { estimate, standardError, degreesOfFreedom: df, ...counted };
  if (df < DEGREES_FROM) return { ...found, status: "low-df", lo: null, hi: null };
  const half = tQuantile(0.975, df) * standardError;
  return { ...found, status: "ok", lo: estimate - half, hi: estimate + half };
}

/** Mean over several villages: never the simple t interval there (statistics.md §0.4 and §4). */
export function meanOverVillages(villages: readonly VillageSum[], cellFrom = CELL_FROM): ClusteredContrast {
  return clusteredContrast([{ sign: 1, villages }], cellFrom);
}
