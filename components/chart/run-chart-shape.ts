export const size = { width: 340, height: 210, left: 34, right: 58, top: 26, bottom: 26 } as const;
const innerWidth = size.width - size.left - size.right;
/** The base line of a chart of the usual height. */
export const usualBase = size.height - size.bottom;

/** The next round number at or above: 1, 2 or 5 times a power of ten; at least `least`. */
export function niceTop(value: number, least = 1): number {
  const wanted = Math.max(value, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 5, 10].find((one) => one * power >= wanted - 1e-9) ?? 10;
  return step * power;
}

export type Shape = Readonly<{
  /** Unbroken pieces of the line: months that follow each other. */
  pieces: readonly (readonly { x: number; y: number; at: number }[])[];
  missing: readonly { x: number; at: number }[];
  top: number;
  /** Of the whole picture, and where its base line lies. */
  height: number;
  base: number;
  x: (at: number) => number;
  y: (value: number) => number;
}>;

/** Where each month lies; a missing one breaks the line and is never drawn as 0. */
export function runShape(
  values: readonly (number | null)[],
  centre: number | null,
  height: number = size.height,
): Shape {
  const base = height - size.bottom;
  const top = niceTop(Math.max(centre ?? 0, ...values.map((value) => value ?? 0)));
  const step = innerWidth / Math.max(1, values.length - 1);
  const x = (at: number) => Math.round((size.left + at * step) * 10) / 10;
  const y = (value: number) => Math.round((base - (value / top) * (base - size.top)) * 10) / 10;
  const pieces: { x: number; y: number; at: number }[][] = [];
  const missing: { x: number; at: number }[] = [];
  values.forEach((value, at) => {
    if (value === null) {
      missing.push({ x: x(at), at });
      return;
    }
    const before = pieces.at(-1);
    const point = { x: x(at), y: y(value), at };
    if (before && before.at(-1)?.at === at - 1) before.push(point);
    else pieces.push([point]);
  });
  return { pieces, missing, top, height, base, x, y };
}
