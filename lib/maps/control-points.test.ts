import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitPhoto, landToPhoto, type PhotoFit, photoCorners, photoToLand } from "./control-points";
import { distanceMetres, fromLocalMetres, type Position } from "./geometry";

const village: Position = [100.6, 20.5];
const size = { width: 1600, height: 1200 };

/** A control point at (x, y) of a photo that is 1 km wide, turned by `turn` and stretched by `stretch` northwards. */
function point([x, y]: Position, { turn = 0, stretch = 1, off = [0, 0] as Position } = {}) {
  const [u, v] = [x * 1000, -y * 750];
  const [east, north] = [
    u * Math.cos(turn) - v * Math.sin(turn),
    (u * Math.sin(turn) + v * Math.cos(turn)) * stretch,
  ];
  const [longitude, latitude] = fromLocalMetres([east + off[0], north + off[1]], village);
  return { x, y, longitude, latitude };
}

const corners: Position[] = [
  [0.1, 0.1],
  [0.9, 0.15],
  [0.85, 0.9],
  [0.1, 0.8],
];
const fitOf = (points: ReturnType<typeof point>[]) => fitPhoto(points, size).fit as PhotoFit;

describe("fitPhoto", () => {
  it("passes exactly through exact points, forth and back", () => {
    const turns = fc.record({
      turn: fc.double({ min: -3, max: 3, noNaN: true }),
      stretch: fc.double({ min: 0.5, max: 2, noNaN: true }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(turns, ({ turn, stretch, x, y }) => {
        const fit = fitOf(corners.map((corner) => point(corner, { turn, stretch })));
        const there = point([x, y], { turn, stretch });
        expect(distanceMetres(photoToLand(fit, [x, y]), [there.longitude, there.latitude])).toBeLessThan(0.5);
        const back = landToPhoto(fit, photoToLand(fit, [x, y]));
        expect(back[0]).toBeCloseTo(x, 8);
        expect(back[1]).toBeCloseTo(y, 8);
        expect(fit.offByMetres).toBeLessThan(0.5);
      }),
    );
  });

  it("says by how much four points disagree", () => {
    const points = corners.map((corner, i) => point(corner, { off: i === 2 ? [60, 0] : [0, 0] }));
    const fit = fitOf(points);
    expect(fit).toMatchObject({ kind: "affine", points: 4 });
    expect(fit.offByMetres).toBeGreaterThan(20);
    expect(fit.offByMetres).toBeLessThan(60);
    const squares = fit.offByPoint.reduce((sum, off) => sum + off * off, 0);
    expect(fit.offByMetres).toBeCloseTo(Math.sqrt(squares), 9);
  });

  it("claims no accuracy where the points leave nothing to check", () => {
    expect(fitOf(corners.slice(0, 2).map((corner) => point(corner)))).toMatchObject({
      kind: "similarity",
      offByMetres: null,
    });
    expect(fitOf(corners.slice(0, 3).map((corner) => point(corner)))).toMatchObject({
      kind: "affine",
      offByMetres: null,
    });
  });

  it("turns and scales from two points, keeping the picture's shape", () => {
    const fit = fitOf([point([0.2, 0.2], { turn: 0.4 }), point([0.8, 0.7], { turn: 0.4 })]);
    const [topLeft, topRight, , bottomLeft] = photoCorners(fit);
    expect(distanceMetres(topLeft, topRight)).toBeCloseTo(1000, 0);
    expect(distanceMetres(topLeft, bottomLeft)).toBeCloseTo(750, 0);
  });

  it("is the least-squares answer: moving any coefficient makes it worse", () => {
    const points = corners.map((corner, i) => point(corner, { off: [i * 13 - 20, i % 2 ? 17 : -9] }));
    const fit = fitOf(points);
    const cost = (matrix: PhotoFit["matrix"]) =>
      points.reduce(
        (sum, p) =>
          sum + distanceMetres(photoToLand({ ...fit, matrix }, [p.x, p.y]), [p.longitude, p.latitude]) ** 2,
        0,
      );
    for (const index of [0, 1, 2, 3, 4, 5]) {
      for (const step of [-3, 3]) {
        const moved = fit.matrix.map((value, i) =>
          i === index ? value + step : value,
        ) as PhotoFit["matrix"];
        expect(cost(moved)).toBeGreaterThan(cost(fit.matrix));
      }
    }
  });

  it.each([
    ["too_few", [point([0.5, 0.5])]],
    ["same_place", [point([0.5, 0.5]), point([0.5, 0.5])]],
    ["same_place", [point([0.1, 0.1]), { ...point([0.1, 0.1]), x: 0.9, y: 0.9 }]],
    ["in_a_line", [point([0.1, 0.1]), point([0.5, 0.5]), point([0.9, 0.9])]],
    ["in_a_line", corners.map(([x, y], i) => ({ ...point([0.2 * i, 0.5]), x, y }))],
    [
      "mirrored",
      [point([0.1, 0.1]), { ...point([0.9, 0.8]), x: 0.9, y: 0.1 }, { ...point([0.9, 0.1]), x: 0.9, y: 0.8 }],
    ],
  ])("refuses points %s", (refused, points) => {
    expect(fitPhoto(points, size)).toEqual({ refused });
  });
});
