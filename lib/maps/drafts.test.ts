import { describe, expect, it } from "vitest";
import { isFinished, missingVertices, movedBy, shapeOf, verticesOf } from "./drafts";
import type { Position } from "./geometry";
import { Geometry } from "./schema";
import { parseCoordinates, writeCoordinates } from "./typed-coordinates";

const corners: Position[] = [
  [103.65, 18.4],
  [103.66, 18.4],
  [103.66, 18.41],
];

describe("drafts", () => {
  it("needs one place for a point, two for a line, three for an area", () => {
    expect(missingVertices({ type: "Point", vertices: [] })).toBe(1);
    expect(missingVertices({ type: "LineString", vertices: corners.slice(0, 1) })).toBe(1);
    expect(isFinished({ type: "Polygon", vertices: corners.slice(0, 2) })).toBe(false);
    expect(shapeOf({ type: "Polygon", vertices: corners.slice(0, 2) }, "geo", { hide: false })).toBeNull();
  });

  it("makes shapes that the record accepts, and gives their places back", () => {
    for (const type of ["Point", "LineString", "Polygon"] as const) {
      const shape = shapeOf({ type, vertices: corners }, "geo", { hide: false }) as Geometry;
      expect(Geometry.safeParse(shape).success).toBe(true);
      expect(verticesOf(shape)).toEqual(type === "Point" ? corners.slice(0, 1) : corners);
    }
  });

  it("hides where a group needing care lives", () => {
    const shape = shapeOf({ type: "Polygon", vertices: corners }, "geo", { hide: true });
    expect(shape?.type).toBe("Point");
    expect(corners).not.toContainEqual(shape?.coordinates);
  });

  it("moves a shape, and keeps a sketch inside its drawing", () => {
    const line: Geometry = { type: "LineString", coordinates: corners, space: "geo" };
    expect(movedBy(line, [0.01, 0]).coordinates[0]).toEqual([103.65 + 0.01, 18.4]);
    const drawn: Geometry = {
      type: "LineString",
      coordinates: [
        [0.9, 0.5],
        [0.95, 0.02],
      ],
      space: "sketch",
    };
    expect(movedBy(drawn, [0.2, -0.1]).coordinates).toEqual([
      [expect.closeTo(0.95), expect.closeTo(0.48)],
      [expect.closeTo(1), 0],
    ]);
    expect(Geometry.safeParse(movedBy(drawn, [5, 5])).success).toBe(true);
  });
});

describe("parseCoordinates", () => {
  it.each([
    ["18.4012, 103.6503", [103.6503, 18.4012]],
    ["18.4012,103.6503", [103.6503, 18.4012]],
    ["18,4012 103,6503", [103.6503, 18.4012]],
    ["18,4012; 103,6503", [103.6503, 18.4012]],
    ["໑໘.໔ ໑໐໓.໖", [103.6, 18.4]],
    ["18.4° 103.6°", [103.6, 18.4]],
  ])("%s", (text, expected) =>
    expect(parseCoordinates(text, "geo")).toEqual({ positions: [expected], wrongLine: null }),
  );

  it.each(["103.65, 218", "95, 103", "18.4", "18.4 103.6 250", "here, there"])(
    "refuses %s and says which line",
    (text) =>
      expect(parseCoordinates(`18.4 103.6\n\n${text}`, "geo")).toEqual({
        positions: [[103.6, 18.4]],
        wrongLine: 3,
      }),
  );

  it("reads a sketch as per cent from the left and from the top", () => {
    expect(parseCoordinates("50% 12,5%", "sketch").positions).toEqual([[0.5, 0.125]]);
    expect(parseCoordinates("50 101", "sketch").wrongLine).toBe(1);
  });

  it("reads what it writes", () => {
    expect(parseCoordinates(writeCoordinates(corners, "geo"), "geo").positions).toEqual(corners);
  });
});
