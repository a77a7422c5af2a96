/** One problem with the rank each group gave it. */
export type RankLine = Readonly<{ id: string; number: number; ranks: readonly (number | null)[] }>;

export const mostLines = 8;
/** Ranks this far apart are drawn in black (screens §5). */
export const farApart = 3;

const width = 296;
const margin = 38;
const top = 34;
const step = 46;
const disc = 13;

type Disc = Readonly<{ id: string; number: number; x: number; y: number; black: boolean }>;
type Stroke = Readonly<{ id: string; path: string; black: boolean; dash: string | undefined }>;
const dashes = [undefined, "2 3", "10 3 2 3", "6 4", "1 4", "12 4", "8 3 2 3 2 3", "4 2"] as const;

/** Largest difference between two groups' ranks of one problem. */
export function rankSpread(ranks: readonly (number | null)[]): number {
  const given = ranks.filter((rank) => rank !== null);
  return given.length < 2 ? 0 : Math.max(...given) - Math.min(...given);
}

/** Where a disc stands: tied ones side by side, closer together when the columns are narrow. */
function discOf(line: RankLine, column: number, lines: readonly RankLine[], columns: number): Disc | null {
  const rank = line.ranks[column] ?? null;
  if (rank === null) return null;
  const gap = columns > 1 ? (width - 2 * margin) / (columns - 1) : width;
  const tied = lines.filter((other) => other.ranks[column] === rank);
  const apart = Math.min(disc * 2, (gap - 6) / tied.length);
  const shift = (tied.indexOf(line) - (tied.length - 1) / 2) * apart;
  const x = columnX(column, columns) + shift;
  const kept = Math.min(width - disc - 1, Math.max(disc + 1, x));
  const { id, number } = line;
  return { id, number, x: kept, y: top + (rank - 1) * step, black: rankSpread(line.ranks) >= farApart };
}

const columnX = (column: number, columns: number) =>
  columns === 1 ? width / 2 : margin + (column * (width - 2 * margin)) / (columns - 1);

/** Line pieces between neighbouring columns; a group that did not rank the problem breaks the line. */
function strokeOf(discs: readonly (Disc | null)[]): string {
  let open = false;
  const parts = discs.flatMap((at) => {
    const command = open ? "L" : "M";
    open = at !== null;
    return at ? [`${command}${at.x.toFixed(1)} ${at.y}`] : [];
  });
  return parts.join("");
}

/**
 * The slope chart of several groups' ranks: a column per group, rank 1 on top, black only where groups are three or more places
 * apart. Draws at most the eight lines it is given first.
 */
export function rankChartShape(all: readonly RankLine[], columns: number) {
  const lines = all.slice(0, mostLines);
  const rows = lines.map((line) =>
    Array.from({ length: columns }, (_, column) => discOf(line, column, lines, columns)),
  );
  const drawn = rows.flat().filter((at) => at !== null);
  const strokes = lines.map((line, index): Stroke => {
    const black = rankSpread(line.ranks) >= farApart;
    const dash = black ? undefined : dashes[index % dashes.length];
    return { id: line.id, path: strokeOf(rows[index] ?? []), black, dash };
  });
  const behindFirst = (a: { black: boolean }, b: { black: boolean }) => Number(a.black) - Number(b.black);
  const bottom = Math.max(top, ...drawn.map(({ y }) => y));
  return {
    width,
    height: bottom + disc + 5,
    columns: Array.from({ length: columns }, (_, column) => columnX(column, columns)),
    bottom,
    strokes: strokes.sort(behindFirst),
    discs: drawn.sort(behindFirst),
  };
}
