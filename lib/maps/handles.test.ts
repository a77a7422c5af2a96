import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { middleOf, type Position } from "./geometry";
import { draggedTo, handlesOf } from "./handles";
import { Geometry } from "./schema";

const point: Geometry = { type: "Point", coordinates: [103.6, 18.4], space: "geo" };
const line: Geometry = {
  type: "LineString",
  coordinates: [
    [103.6, 18.4],
    [103.7, 18.4],
    [103.7, 18.6],
  ],
  space: "geo",
};
const area: Geometry = {
  type: "Polygon",
  coordinates: [
    [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.1, 0.1],
    ],
    [
      [0.5, 0.3],
      [0.6, 0.3],
      [0.6, 0.4],
      [0.5, 0.3],
    ],
  ],
  space: "sketch",
};

describe("handles", () => {
  it("are the whole shape and each of its places once", () => {
    expect(handlesOf(point)).toHaveLength(1);
    expect(handlesOf(line)).toHaveLength(4);
    expect(handlesOf(area)).toHaveLength(7);
    expect(handlesOf(area)[0]).toEqual({ handle: { kind: "whole" }, at: middleOf(area) });
  });

  it("take a point where it is dragged", () => {
    const [whole] = handlesOf(point);
    expect(whole && draggedTo(point, whole.handle, [103.61, 18.39])).toMatchObject({
      coordinates: [expect.closeTo(103.61), expect.closeTo(18.39)],
    });
  });

  it("move one place of a line and leave the others", () => {
    const moved = draggedTo(line, { kind: "vertex", ring: 0, index: 1 }, [103.75, 18.45]);
    expect(moved.coordinates).toEqual([
      [103.6, 18.4],
      [103.75, 18.45],
      [103.7, 18.6],
    ]);
  });

  it("keep a ring closed when its first place moves, and the other ring untouched", () => {
    const moved = draggedTo(area, { kind: "vertex", ring: 0, index: 0 }, [0.2, 0.2]);
    expect(moved.coordinates).toEqual([
      [
        [0.2, 0.2],
        [0.9, 0.1],
        [0.9, 0.9],
        [0.2, 0.2],
      ],
      area.coordinates[1],
    ]);
  });

  it("leave a valid shape whatever is dragged wherever on the drawing", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: 6 }), share, share, (which, x, y) => {
        const handle = handlesOf(area)[which]?.handle;
        const moved = handle && draggedTo(area, handle, [x, y] as Position);
        expect(Geometry.safeParse(moved).success).toBe(true);
      }),
    );
  });
});
