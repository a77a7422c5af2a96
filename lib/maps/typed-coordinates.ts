import { parseNumberTyped } from "@/lib/i18n/typed-number";
import type { Position } from "./geometry";
import type { Geometry } from "./schema";

type Space = Geometry["space"];
export type TypedCoordinates = { positions: Position[]; wrongLine: number | null };

const separator = /[;\t]+|,\s+|\s+/;

/**
 * One place a line: latitude then longitude in degrees, as a phone shows them ("18.4012, 103.6503" or "18,4012 103,6503");
 * on a sketch, per cent from the left and from the top. `wrongLine` counts from 1.
 */
export function parseCoordinates(text: string, space: Space): TypedCoordinates {
  const positions: Position[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const position = parseLine(line, space);
    if (!position) return { positions, wrongLine: index + 1 };
    positions.push(position);
  }
  return { positions, wrongLine: null };
}

function parseLine(line: string, space: Space): Position | null {
  const parts = partsOf(line.replace(/[%°]/g, " ").trim());
  const [first, second, ...rest] = parts.map((part) => parseNumberTyped(part, "decimal"));
  if (first == null || second == null || rest.length > 0) return null;
  if (space === "sketch")
    return inside(first, 0, 100) && inside(second, 0, 100) ? [first / 100, second / 100] : null;
  return inside(first, -90, 90) && inside(second, -180, 180) ? [second, first] : null;
}

/** "18.4,103.6" has no space: with points as decimals, the one comma separates. */
function partsOf(line: string): string[] {
  const parts = line.split(separator).filter(Boolean);
  return parts.length === 1 && line.includes(".") ? line.split(",") : parts;
}

const inside = (value: number, low: number, high: number) => value >= low && value <= high;

/** The reverse, for the field that shows where something is: always with points, so that it can be copied elsewhere. */
export function writeCoordinates(positions: readonly Position[], space: Space): string {
  const line = ([x, y]: Position) =>
    space === "sketch"
      ? `${(x * 100).toFixed(1)} ${(y * 100).toFixed(1)}`
      : `${y.toFixed(6)}, ${x.toFixed(6)}`;
  return positions.map(line).join("\n");
}
