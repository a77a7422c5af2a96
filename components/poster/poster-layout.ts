import {
  headingHeight,
  legendHeight,
  type PlanRow,
  problemsHeight,
  promisesHeight,
  rowHeight,
  tableHeadHeight,
} from "./poster-measure";

export type PosterSize = "a3" | "a4";

export type PosterContent = Readonly<{
  problems: readonly string[];
  actions: readonly PlanRow[];
  promises: readonly string[];
  legend: readonly string[];
}>;

export type PosterLayout = Readonly<{
  /** Text one step smaller, so that what belongs together stays on one sheet (screens.md §7). */
  tight: boolean;
  /** The promises stand below the map where the plan needs their room. */
  promisesByMap: boolean;
  /** A4 only: the problems go with the map unless it would become too small. */
  problemsByMap: boolean;
  /** Height of the map for a width of 1000. */
  mapHeight: number;
  /** How many actions stand on the first sheet of the plan, and on each further one. */
  counts: readonly number[];
}>;

/** More than this many actions always go on a further sheet. */
export const mostActions = 8;
const smaller = 0.9;
const mapWidth = 186;
const lowestMap = { a3: 78, a4: 62 } as const;
const highestMap = 130;
/** The strip below the map that says how far the health centre is, and the frame around both. */
const mapFrame = 11;

/** What lies between head and foot, and the width of the plan, in millimetres (poster.css). */
const papers = {
  a3: { height: 219, plan: 201, further: 396 },
  a4: { height: 214, plan: mapWidth, further: mapWidth },
} as const;

type Variant = Readonly<{ scale: number; promisesByMap: boolean }>;
const variants: Readonly<Record<PosterSize, readonly Variant[]>> = {
  a3: [
    { scale: 1, promisesByMap: false },
    { scale: 1, promisesByMap: true },
    { scale: smaller, promisesByMap: false },
    { scale: smaller, promisesByMap: true },
  ],
  a4: [
    { scale: 1, promisesByMap: false },
    { scale: smaller, promisesByMap: false },
  ],
};

/** How a poster's content falls on its sheets: as drawn if it fits, else the promises move, else text steps down, else further sheets. */
export function posterLayout(content: PosterContent, paper: PosterSize): PosterLayout {
  const tried = variants[paper]
    .map((variant) => arrange(content, paper, variant))
    .filter((one) => one !== null);
  const chosen =
    tried.find(({ first }) => first >= content.actions.length) ??
    tried.reduce((best, one) => (one.first > best.first ? one : best));
  const { first, ...layout } = chosen;
  return { ...layout, counts: [first, ...furtherCounts(content.actions.slice(first), paper)] };
}

function arrange(content: PosterContent, paper: PosterSize, { scale, promisesByMap }: Variant) {
  const { height, plan } = papers[paper];
  const below =
    legendHeight(content.legend, mapWidth) +
    (promisesByMap ? promisesHeight(content.promises, mapWidth, scale) + 3 : 0);
  const withProblems = problemsHeight(content.problems, mapWidth, 1, scale) + 4;
  const problemsByMap = paper === "a4" && height - mapFrame - below - withProblems >= lowestMap[paper];
  const room = height - mapFrame - below - (problemsByMap ? withProblems : 0);
  if (promisesByMap && room < lowestMap[paper]) return null;
  const problems = problemsByMap ? 0 : problemsHeight(content.problems, plan, 2, scale);
  const promises = promisesByMap ? 0 : promisesHeight(content.promises, plan, scale) + 3;
  const free = height - problems - promises - headingHeight - tableHeadHeight;
  return {
    tight: scale < 1,
    promisesByMap,
    problemsByMap,
    mapHeight: Math.round((Math.min(highestMap, Math.max(lowestMap[paper], room)) / mapWidth) * 1000),
    first: fitting(content.actions, { width: plan, height: free, scale }),
  };
}

function furtherCounts(rows: readonly PlanRow[], paper: PosterSize): number[] {
  const { height, further } = papers[paper];
  const room = { width: further, height: height - headingHeight - tableHeadHeight, scale: 1 };
  const counts: number[] = [];
  for (let from = 0; from < rows.length; ) {
    const count = Math.max(1, fitting(rows.slice(from), room));
    counts.push(count);
    from += count;
  }
  return counts;
}

function fitting(rows: readonly PlanRow[], room: { width: number; height: number; scale: number }): number {
  let used = 0;
  let count = 0;
  for (const row of rows.slice(0, mostActions)) {
    used += rowHeight(row, room.width, room.scale);
    if (used > room.height) break;
    count += 1;
  }
  return count;
}
