import { movedBy } from "./drafts";
import { middleOf, type Position } from "./geometry";
import type { Geometry } from "./schema";

/** What a finger can take hold of: one place of a line or an area, or the whole. */
export type Handle = Readonly<{ kind: "vertex"; ring: number; index: number } | { kind: "whole" }>;
export type PlacedHandle = Readonly<{ handle: Handle; at: Position }>;

const ringsOf = (shape: Geometry): readonly (readonly Position[])[] => {
  if (shape.type === "Point") return [];
  return shape.type === "LineString"
    ? [shape.coordinates]
    : shape.coordinates.map((ring) => ring.slice(0, -1));
};

/** Every handle of a shape, the whole one first; a ring's closing place is its first one. */
export function handlesOf(shape: Geometry): PlacedHandle[] {
  const vertices = ringsOf(shape).flatMap((places, ring) =>
    places.map((at, index): PlacedHandle => ({ handle: { kind: "vertex", ring, index }, at })),
  );
  return [{ handle: { kind: "whole" }, at: middleOf(shape) }, ...vertices];
}

/** The shape with one handle taken to another place; a ring stays closed. */
export function draggedTo(shape: Geometry, handle: Handle, to: Position): Geometry {
  if (handle.kind === "whole") {
    const [x, y] = middleOf(shape);
    return movedBy(shape, [to[0] - x, to[1] - y]);
  }
  const placed = (ring: readonly Position[]) => ring.map((at, index) => (index === handle.index ? to : at));
  if (shape.type === "LineString") return { ...shape, coordinates: placed(shape.coordinates) };
  if (shape.type === "Point") return shape;
  const rings = shape.coordinates.map((ring, index) => {
    if (index !== handle.ring) return ring;
    const open = placed(ring.slice(0, -1));
    return open[0] ? [...open, open[0]] : ring;
  });
  return { ...shape, coordinates: rings };
}
