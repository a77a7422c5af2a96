import { expect, it } from "vitest";
import { boundaryPath, projection, whereSize } from "./where-shape";

const square = {
  type: "Polygon" as const,
  coordinates: [
    [
      [103, 18],
      [104, 18],
      [104, 19],
      [103, 19],
      [103, 18],
    ],
  ],
};
const inside = ({ x, y }: { x: number; y: number }) =>
  x >= 0 && x <= whereSize.width && y >= 0 && y <= whereSize.height;

it("fits the whole boundary, north above south, whatever villages there are", () => {
  const at = projection([{ lat: 18.5, lng: 103.5 }], square);
  const [south, north] = [at({ lat: 18, lng: 103 }), at({ lat: 19, lng: 104 })];
  expect([inside(south), inside(north)]).toEqual([true, true]);
  expect(north.y).toBeLessThan(south.y);
  expect(at({ lat: 18.5, lng: 103.5 })).toEqual({ x: whereSize.width / 2, y: whereSize.height / 2 });
});

it("a single village without a boundary stands in the middle", () => {
  expect(projection([{ lat: 18, lng: 103 }], null)({ lat: 18, lng: 103 })).toEqual({
    x: whereSize.width / 2,
    y: whereSize.height / 2,
  });
});

it("draws four corners of a square and thins ten thousand points to what can be seen", () => {
  const at = projection([], square);
  expect(boundaryPath(square, at).match(/[ML]/g)).toHaveLength(5);
  const round = Array.from({ length: 10_000 }, (_, n) => [
    103.5 + 0.5 * Math.cos((n / 5000) * Math.PI),
    18.5 + 0.5 * Math.sin((n / 5000) * Math.PI),
  ]);
  const many = { type: "MultiPolygon" as const, coordinates: [[round]] };
  expect(boundaryPath(many, at).length).toBeLessThan(10_000);
  expect(boundaryPath(null, at)).toBe("");
});
