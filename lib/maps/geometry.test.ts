import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaSquareMetres,
  bearingDegrees,
  boundingBox,
  closeRing,
  distanceMetres,
  fromLocalMetres,
  hideExactPlace,
  lengthMetres,
  type Position,
  simplifyPath,
  snapToCareGrid,
  thinPath,
  toLocalMetres,
} from "./geometry";

const inLaos = fc.tuple(
  fc.double({ min: 100, max: 108, noNaN: true }),
  fc.double({ min: 13.5, max: 23, noNaN: true }),
);
const vientiane: Position = [102.6331, 17.9757];

describe("distances and bearings", () => {
  it("knows one degree of latitude and Vientiane–Luang Prabang", () => {
    expect(distanceMetres([102, 18], [102, 19])).toBeCloseTo(111_195, 0);
    expect(distanceMetres(vientiane, [102.1347, 19.8845]) / 1000).toBeCloseTo(218.6, 0);
  });

  it.each([
    [[102, 19], 0],
    [[103, 18], 90],
    [[102, 17], 180],
    [[101, 18], 270],
  ] as [Position, number][])("bearing to %j is about %i°", (to, bearing) => {
    const found = bearingDegrees([102, 18], to);
    expect(Math.min(Math.abs(found - bearing), 360 - Math.abs(found - bearing))).toBeLessThan(0.2);
  });

  it("adds up a path", () => {
    expect(
      lengthMetres([
        [102, 18],
        [102, 18.5],
        [102, 19],
      ]),
    ).toBeCloseTo(111_195, 0);
    expect(lengthMetres([[102, 18]])).toBe(0);
  });

  it("goes to the local plane and back, and is the same both ways", () => {
    fc.assert(
      fc.property(inLaos, inLaos, (a, b) => {
        const [lng, lat] = fromLocalMetres(toLocalMetres(a, b), b);
        expect(lng).toBeCloseTo(a[0], 9);
        expect(lat).toBeCloseTo(a[1], 9);
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
      }),
    );
  });
});

describe("the care grid", () => {
  it("moves a place by at most half a diagonal, and only once", () => {
    fc.assert(
      fc.property(inLaos, (place) => {
        const snapped = snapToCareGrid(place);
        expect(distanceMetres(place, snapped)).toBeLessThan(177.5);
        const again = snapToCareGrid(snapped);
        expect(distanceMetres(again, snapped)).toBeLessThan(0.001);
      }),
    );
  });

  it("gives neighbours the same place", () => {
    const [lng, lat] = snapToCareGrid(vientiane);
    expect(snapToCareGrid([lng + 0.0005, lat - 0.0005])).toEqual([lng, lat]);
  });

  it("turns a drawn area into one point, on land and on a sketch", () => {
    const ring: Position[] = [
      [0.11, 0.2],
      [0.3, 0.2],
      [0.3, 0.42],
      [0.11, 0.2],
    ];
    const hidden = hideExactPlace({ type: "Polygon", coordinates: [ring], space: "sketch" });
    expect(hidden.coordinates[0]).toBeCloseTo(0.2, 9);
    expect(hidden.coordinates[1]).toBeCloseTo(0.3, 9);
    expect(hideExactPlace({ type: "Point", coordinates: vientiane, space: "geo" }).coordinates).toEqual(
      snapToCareGrid(vientiane),
    );
  });
});

describe("boxes, rings and areas", () => {
  const square = (side: number): Position[] =>
    closeRing(
      [
        [0, 0],
        [side, 0],
        [side, side],
        [0, side],
      ].map((corner) => fromLocalMetres(corner as Position, vientiane)),
    );

  it("boxes what there is", () => {
    expect(boundingBox([])).toBeNull();
    expect(
      boundingBox([
        {
          type: "LineString",
          coordinates: [
            [102, 19],
            [103, 18],
          ],
          space: "geo",
        },
      ]),
    ).toEqual({
      west: 102,
      south: 18,
      east: 103,
      north: 19,
    });
  });

  it("measures a square, and one with a hole, in either direction of drawing", () => {
    expect(areaSquareMetres([square(1000)])).toBeCloseTo(1_000_000, -1);
    expect(areaSquareMetres([square(1000), square(500)])).toBeCloseTo(750_000, -1);
    expect(areaSquareMetres([square(1000).reverse()])).toBeCloseTo(1_000_000, -1);
    expect(areaSquareMetres([])).toBe(0);
  });

  it("closes an open ring and leaves a closed one", () => {
    expect(
      closeRing([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
    ).toHaveLength(4);
    expect(
      closeRing([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
    ).toHaveLength(3);
    expect(closeRing([])).toEqual([]);
  });
});

describe("thinPath", () => {
  it("keeps both ends and at most one position per ten metres", () => {
    const walk = Array.from({ length: 6000 }, (_, i): Position => [102 + i / 1e5, 18]);
    const thin = thinPath(walk, 10);
    expect([thin[0], thin.at(-1)]).toEqual([walk[0], walk.at(-1)]);
    expect(thin.length).toBeLessThan(640);
    expect(thinPath([], 10)).toEqual([]);
  });
});

describe("simplifyPath", () => {
  it("drops what lies on the line and keeps the corner", () => {
    const path: Position[] = [
      [102, 18],
      [102.01, 18],
      [102.02, 18],
      [102.02, 18.02],
    ];
    expect(simplifyPath(path, 5)).toEqual([path[0], path[2], path[3]]);
  });

  it("keeps both ends and the order", () => {
    fc.assert(
      fc.property(
        fc.array(inLaos, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 0, max: 5000 }),
        (path, tolerance) => {
          const simple = simplifyPath(path, tolerance);
          expect(simple[0]).toEqual(path[0]);
          expect(simple.at(-1)).toEqual(path.at(-1));
          expect(simple.length).toBeLessThanOrEqual(path.length);
          let from = -1;
          for (const position of simple) {
            const next = path.indexOf(position, from + 1);
            expect(next).toBeGreaterThan(from);
            from = next;
          }
        },
      ),
    );
  });

  it.each([
    [40, 2],
    [20, 3],
  ])("with %i m keeps a bend of 30 m or drops it", (tolerance, left) => {
    const bend = fromLocalMetres([1000, 30], vientiane);
    expect(simplifyPath([vientiane, bend, fromLocalMetres([2000, 0], vientiane)], tolerance)).toHaveLength(
      left,
    );
  });

  it("survives a recorded track of 50,000 positions", () => {
    const path = Array.from(
      { length: 50_000 },
      (_, i): Position => [102 + i * 1e-6, 18 + Math.sin(i / 500) * 0.001],
    );
    expect(simplifyPath(path, 10).length).toBeLessThan(2000);
  });
});
