import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Area, boxOf, isInside, metresToEdge, placePoint } from "./point-in-polygon";

const square = (west: number, south: number, size = 1): Area => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const bounded = (id: string, area: Area) => ({ id, area, box: boxOf(area) });
const districts = [bounded("A", square(103, 18)), bounded("B", square(104, 18))];

describe("point in district", () => {
  it("finds the one that holds it", () => {
    expect(placePoint([103.5, 18.5], districts)).toEqual({ district: "A" });
    expect(placePoint([104.5, 18.5], districts)).toEqual({ district: "B" });
  });
  it("leaves holes out", () => {
    const ring = square(103, 18).coordinates[0] as never;
    const hole = square(103.4, 18.4, 0.2).coordinates[0] as never;
    const area: Area = { type: "Polygon", coordinates: [ring, hole] };
    expect(isInside([103.5, 18.5], area)).toBe(false);
    expect(isInside([103.1, 18.1], area)).toBe(true);
  });
  it("says border, with the nearest first, when a point lies just outside, and outside when far", () => {
    expect(placePoint([103.99, 17.99], districts)).toEqual({ border: true, nearest: ["A", "B"] });
    expect(placePoint([103.5, 17.5], districts)).toEqual({ outside: true });
  });
  it("does not choose between two that overlap", () => {
    const overlapping = [...districts, bounded("C", square(103.2, 18.2, 0.5))];
    expect(placePoint([103.3, 18.3], overlapping)).toMatchObject({ border: true });
  });
  it("measures metres: a hundredth of a degree north is 1.1 km", () => {
    expect(metresToEdge([103.5, 17.99], square(103, 18))).toBeCloseTo(1113, -1);
  });
  it("every point of a grid of squares is in exactly one of them", () => {
    const grid = Array.from({ length: 16 }, (_, at) =>
      bounded(String(at), square(100 + (at % 4), 14 + Math.floor(at / 4))),
    );
    const inGrid = fc.record({
      lng: fc.double({ min: 100.001, max: 103.999, noNaN: true }),
      lat: fc.double({ min: 14.001, max: 17.999, noNaN: true }),
    });
    fc.assert(
      fc.property(inGrid, ({ lng, lat }) => {
        expect(grid.filter(({ area }) => isInside([lng, lat], area))).toHaveLength(1);
      }),
    );
  });
});
