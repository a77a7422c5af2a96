// Vowels and tones above and below take no width of their own.
const marks = /[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]/g;

/** Lines a text takes in millimetres; the server has no font, so this is measured from print and errs on the long side. */
export function linesOf(text: string, width: number, size: number): number {
  const length = text.replace(marks, "").length * size * 0.56;
  return length <= width ? 1 : Math.ceil((length * 1.1) / width);
}

/** Height of texts laid out in rows of so many columns. */
export function gridHeight(heights: readonly number[], columns: number): number {
  let total = 0;
  for (let i = 0; i < heights.length; i += columns) total += Math.max(...heights.slice(i, i + columns));
  return total;
}

export type PlanRow = Readonly<{ what: string; who: string }>;

/** What the columns beside the action's text take: number, who, when, three boxes; `who` alone. */
const otherColumns = 132;
const whoColumn = 39;

export function rowHeight({ what, who }: PlanRow, sheetWidth: number, scale: number): number {
  const [size, small] = [5.9 * scale, 5.6 * scale];
  const text = linesOf(what, sheetWidth - otherColumns, size) * size * 1.5;
  return Math.max(9.6, text, linesOf(who, whoColumn, small) * small * 1.4) + 3.6;
}

export const headingHeight = 15.4;
export const tableHeadHeight = 8.2;

export function problemsHeight(
  statements: readonly string[],
  width: number,
  columns: number,
  scale = 1,
): number {
  const size = 6.2 * scale;
  const inner = (width - 8 * (columns - 1)) / columns - 11;
  const heights = statements.map((text) => Math.max(8.4, linesOf(text, inner, size) * size * 1.6) + 1.6);
  return statements.length === 0 ? 0 : headingHeight + gridHeight(heights, columns);
}

export function promisesHeight(texts: readonly string[], width: number, scale = 1): number {
  const size = 5.2 * scale;
  const inner = (width - 8) / 3 - 8;
  const heights = texts.map((text) => 30.5 + linesOf(text, inner, size) * size * 1.55);
  return gridHeight(heights, 3);
}

/** Three columns of symbol and word. */
export function legendHeight(labels: readonly string[], width: number): number {
  const inner = (width - 6) / 3 - 12;
  const heights = labels.map((label) => Math.max(9.4, linesOf(label, inner, 5) * 7.5) + 1.5);
  return labels.length === 0 ? 0 : 4 + gridHeight(heights, 3);
}
