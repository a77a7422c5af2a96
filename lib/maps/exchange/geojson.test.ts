import { describe, expect, it } from "vitest";
import { fromGeoJson } from "./geojson";

const one = (geometry: unknown, properties: unknown = { category: "school" }) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      { type: "Feature", geometry: { type: "Point", coordinates: [102, 18] }, properties: {} },
      { type: "Feature", geometry, properties },
    ],
  });

describe("fromGeoJson", () => {
  it.each([
    ["no_geometry", null, {}],
    ["no_geometry", { type: "MultiPoint", coordinates: [] }, {}],
    ["unsupported_geometry", { type: "Circle", coordinates: [102, 18] }, {}],
    ["bad_coordinates", { type: "Point", coordinates: ["102", "18"] }, {}],
    ["bad_coordinates", { type: "Point", coordinates: [102] }, {}],
    ["bad_coordinates", { type: "LineString", coordinates: [[102, 18]] }, {}],
    [
      "bad_coordinates",
      {
        type: "Polygon",
        coordinates: [
          [
            [102, 18],
            [103, 18],
          ],
        ],
      },
      {},
    ],
    ["coordinates_swapped", { type: "Point", coordinates: [18, 102] }, {}],
    ["out_of_range", { type: "Point", coordinates: [202, 18] }, {}],
    ["bad_number", { type: "Point", coordinates: [102, 18] }, { households: -3 }],
    ["bad_number", { type: "Point", coordinates: [102, 18] }, { people: "many" }],
    ["bad_number", { type: "Point", coordinates: [102, 18] }, { people: { a: 1 } }],
    ["bad_season", { type: "Point", coordinates: [102, 18] }, { season: "monsoon" }],
    ["too_long", { type: "Point", coordinates: [102, 18] }, { label: "x".repeat(501) }],
  ])("rejects one feature for %s and takes the other", (reason, geometry, properties) => {
    const result = fromGeoJson(one(geometry, properties));
    expect(result.accepted).toHaveLength(1);
    expect(result.rejected).toEqual([expect.objectContaining({ position: 2, reason })]);
  });

  it("takes a shape of many parts apart and counts its households once", () => {
    const result = fromGeoJson(
      one(
        {
          type: "MultiPoint",
          coordinates: [
            [102, 18],
            [102.1, 18],
          ],
        },
        { category: "school", households: "12" },
      ),
    );
    expect(result.accepted?.slice(1).map(({ position, households }) => [position, households])).toEqual([
      [2, 12],
      [2, null],
    ]);
  });

  it("drops heights, closes rings and reads a single feature", () => {
    const file = JSON.stringify({
      type: "Feature",
      properties: null,
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [102, 18, 310],
            [103, 18, 310],
            [103, 19, 310],
          ],
        ],
      },
    });
    expect(fromGeoJson(file).accepted?.[0]?.geometry.coordinates).toEqual([
      [
        [102, 18],
        [103, 18],
        [103, 19],
        [102, 18],
      ],
    ]);
  });

  it("thins a long recorded track, and rejects one that stays too long", () => {
    const straight = Array.from({ length: 6000 }, (_, i) => [102 + i / 1e5, 18]);
    const zigzag = Array.from({ length: 6000 }, (_, i) => [102 + i / 1e4, 18 + (i % 2) / 100]);
    expect(fromGeoJson(one({ type: "LineString", coordinates: straight })).accepted).toHaveLength(2);
    expect(fromGeoJson(one({ type: "LineString", coordinates: zigzag })).rejected?.[0]?.reason).toBe(
      "too_many_vertices",
    );
  });

  it("refuses another coordinate system and survives hostile nesting", () => {
    expect(
      fromGeoJson(
        JSON.stringify({
          type: "FeatureCollection",
          crs: { type: "name", properties: { name: "EPSG:32648" } },
          features: [],
        }),
      ),
    ).toEqual({ refused: "other_crs" });
    expect(fromGeoJson("[".repeat(1_000_000)).refused).toBe("not_readable");
    expect(
      fromGeoJson(
        `{"type":"FeatureCollection","features":[${'{"geometry":'.repeat(20_000)}null${"}".repeat(20_000)}]}`,
      ).rejected,
    ).toHaveLength(1);
    expect(fromGeoJson('{"type":"FeatureCollection","features":[null,7,"x"]}').rejected).toHaveLength(3);
  });

  it("does not let a file reach the prototype", () => {
    fromGeoJson(
      '{"type":"FeatureCollection","features":[{"properties":{"__proto__":{"sensitive":false,"polluted":1}}}]}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
