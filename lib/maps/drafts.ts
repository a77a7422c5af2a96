import { closeRing, hideExactPlace, type Position, positionsOf } from "./geometry";
import type { Geometry } from "./schema";

export type DraftType = Geometry["type"];
/** What is being drawn: the places tapped so far. */
export type Draft = Readonly<{ type: DraftType; vertices: readonly Position[] }>;

const fewest: Readonly<Record<DraftType, number>> = { Point: 1, LineString: 2, Polygon: 3 };

export const isFinished = ({ type, vertices }: Draft) => vertices.length >= fewest[type];

/** How many more places have to be tapped before the shape can be kept. */
export const missingVertices = ({ type, vertices }: Draft) => Math.max(0, fewest[type] - vertices.length);

/** The shape of a finished draft; null while places are missing. Groups needing care lose their exact place here. */
export function shapeOf(draft: Draft, space: Geometry["space"], options: { hide: boolean }): Geometry | null {
  if (!isFinished(draft)) return null;
  const shape = exactShape(draft, space);
  return shape && options.hide ? hideExactPlace(shape) : shape;
}

function exactShape({ type, vertices }: Draft, space: Geometry["space"]): Geometry | null {
  const [first] = vertices;
  if (!first) return null;
  if (type === "Point") return { type, coordinates: first, space };
  if (type === "LineString") return { type, coordinates: [...vertices], space };
  return { type, coordinates: [closeRing(vertices)], space };
}

/** The places of a shape as they were tapped: a ring without its repeated first place. */
export function verticesOf(shape: Geometry): Position[] {
  if (shape.type !== "Polygon") return positionsOf(shape);
  return (shape.coordinates[0] ?? []).slice(0, -1);
}

/** The shape moved by (dx, dy) in its own units; a sketch stays inside its drawing. */
export function movedBy(shape: Geometry, [dx, dy]: Position): Geometry {
  const [stepX, stepY] = shape.space === "sketch" ? keptInside(positionsOf(shape), [dx, dy]) : [dx, dy];
  const move = ([x, y]: Position): Position => [x + stepX, y + stepY];
  if (shape.type === "Point") return { ...shape, coordinates: move(shape.coordinates) };
  if (shape.type === "LineString") return { ...shape, coordinates: shape.coordinates.map(move) };
  return { ...shape, coordinates: shape.coordinates.map((ring) => ring.map(move)) };
}

function keptInside(positions: readonly Position[], [dx, dy]: Position): Position {
  const bounded = (values: number[], step: number) =>
    Math.min(1 - Math.max(...values), Math.max(-Math.min(...values), step));
  return [
    bounded(
      positions.map(([x]) => x),
      dx,
    ),
    bounded(
      positions.map(([, y]) => y),
      dy,
    ),
  ];
}
