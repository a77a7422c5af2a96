import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedCategories, shapesOf } from "../categories";
import { distanceMetres, hideExactPlace, type Position } from "../geometry";
import type { Geometry } from "../schema";
import { cleanText, type ExchangeFeature, exchangeLimits, type ImportResult, toExchange } from "./feature";
import { fromGeoJson, toGeoJson } from "./geojson";
import { fromGpx, toGpx } from "./gpx";
import { fromKml, toKml } from "./kml";
import { roundShape } from "./shape";

const formats = [
  { name: "GeoJSON", write: toGeoJson, read: fromGeoJson },
  { name: "KML", write: toKml, read: fromKml },
  { name: "GPX", write: toGpx, read: fromGpx },
];

const lao = "ແຫຼ່ງນ້ຳສະອາດ ບໍ່ແຫ້ງ ໜ້າແລ້ງ & <ຄຸ້ມເທິງ> \"2\" 'ນ້ຳ'";
const school: ExchangeFeature = {
  geometry: { type: "Point", coordinates: [102.6331, 17.9757], space: "geo" },
  category: "school",
  label: lao,
  note: "ແຖວທຳອິດ\nແຖວທີສອງ ]]> &amp;",
  season: "all",
  households: 31,
  people: null,
  sensitive: false,
};
const care: ExchangeFeature = { ...school, category: "care_pregnant", label: "CANARY", sensitive: true };
const sketched: ExchangeFeature = {
  ...school,
  geometry: { type: "Point", coordinates: [0.25, 0.75], space: "sketch" },
};

function bare(result: ImportResult) {
  return result.accepted?.map(({ position: _p, unknownCategory: _u, ...feature }) => feature);
}

const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((n) => n / 1e6);
const at = fc.tuple(degrees(-180, 180), degrees(-90, 90));
const ring = fc
  .array(at, { minLength: 3, maxLength: 8 })
  .map((path) => [...path, path[0] as [number, number]]);
const shape: fc.Arbitrary<Geometry> = fc.oneof(
  at.map((coordinates): Geometry => ({ type: "Point", coordinates, space: "geo" })),
  fc
    .array(at, { minLength: 2, maxLength: 12 })
    .map((coordinates): Geometry => ({ type: "LineString", coordinates, space: "geo" })),
  fc
    .array(ring, { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: "Polygon", coordinates, space: "geo" })),
);
const text = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(..."ກຂນ້ຳໜໝຫຼບໍ່ແເ \n<>&\"'"), maxLength: 40 }),
  )
  .map(cleanText);
/** As such a feature is stored: sensitive, a point on the 250 m grid. */
const asCare = (one: ExchangeFeature): ExchangeFeature => ({
  ...one,
  sensitive: true,
  geometry: one.geometry.type === "Point" ? roundShape(hideExactPlace(one.geometry)) : one.geometry,
});
const feature: fc.Arbitrary<ExchangeFeature> = shape
  .chain((geometry) =>
    fc.record({
      geometry: fc.constant(geometry),
      category: fc.constantFrom(
        ...seedCategories.filter((one) => shapesOf(one).includes(geometry.type)).map(({ id }) => id),
      ),
      label: text,
      note: text,
      season: fc.constantFrom("dry" as const, "wet" as const, "all" as const),
      households: fc.option(fc.integer({ min: 0, max: 100_000 })),
      people: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      sensitive: fc.boolean(),
    }),
  )
  .map((one) => (one.category.startsWith("care_") ? asCare(one) : one));

describe.each(formats)("$name", ({ name, write, read }) => {
  it("gives back every feature it wrote", () => {
    fc.assert(
      fc.property(fc.array(feature, { maxLength: 6 }), (features) => {
        const { text: file, written } = write(features, { includeSensitive: true });
        expect(written).toBe(features.length);
        // GPX puts waypoints before tracks.
        const order = (one: ExchangeFeature) => (name === "GPX" && one.geometry.type !== "Point" ? 1 : 0);
        expect(bare(read(file))).toEqual([...features].sort((a, b) => order(a) - order(b)));
      }),
    );
  });

  it("keeps Lao text, marks and awkward characters intact", () => {
    expect(bare(read(write([school]).text))).toEqual([school]);
  });

  it("leaves sensitive features out unless told, and says how many", () => {
    const quiet = write([school, care, { ...school, sensitive: true, label: "CANARY" }]);
    expect(quiet.leftOut.sensitive).toBe(2);
    expect(quiet.written).toBe(1);
    expect(quiet.text).not.toContain("CANARY");
    expect(write([school, care], { includeSensitive: true })).toMatchObject({
      written: 2,
      leftOut: { sensitive: 0 },
    });
  });

  it("keeps a group needing care in, even when nobody marked it sensitive", () => {
    expect(write([{ ...care, sensitive: false }]).text).not.toContain("CANARY");
  });

  it("carries a sketch, or says that it cannot", () => {
    const { leftOut, text: file } = write([school, sketched]);
    if (name === "GeoJSON") expect(bare(read(file))).toEqual([school, sketched]);
    else expect([leftOut.sketch, read(file).accepted?.length]).toEqual([1, 1]);
  });

  it("turns an unknown category into other and keeps its name", () => {
    const unknown = { ...school, category: "ໂຮງສີ", label: null };
    expect(read(write([unknown]).text).accepted?.[0]).toMatchObject({
      category: "other",
      label: "ໂຮງສີ",
      unknownCategory: "ໂຮງສີ",
    });
    const named = { ...unknown, label: "ຂອງບ້ານ", note: "ເກົ່າ" };
    expect(read(write([named]).text).accepted?.[0]).toMatchObject({ label: "ຂອງບ້ານ", note: "ເກົ່າ\nໂຮງສີ" });
  });

  it("knows a category by its label, and one that cannot have this shape is unknown", () => {
    expect(read(write([{ ...school, category: "ໂຮງຮຽນ" }]).text).accepted?.[0]).toMatchObject({
      category: "school",
    });
    expect(read(write([{ ...school, category: "road" }]).text).accepted?.[0]).toMatchObject({
      category: "other",
      unknownCategory: "road",
    });
  });

  it("takes a group needing care in as sensitive and away from the house", () => {
    const file = write([{ ...care, sensitive: false }], { includeSensitive: true }).text;
    const [came] = read(file).accepted ?? [];
    expect(came?.sensitive).toBe(true);
    expect(came?.geometry.coordinates).not.toEqual(care.geometry.coordinates);
    expect(
      distanceMetres(came?.geometry.coordinates as Position, care.geometry.coordinates as Position),
    ).toBeLessThan(178);
  });

  it("refuses what is too large, too many or something else", () => {
    expect(read(" ".repeat(exchangeLimits.characters + 1))).toEqual({ refused: "too_large" });
    expect(read(write(Array.from({ length: exchangeLimits.features + 1 }, () => school)).text)).toEqual({
      refused: "too_many_features",
    });
    expect(read("ສະບາຍດີ")).toEqual({ refused: "not_readable" });
    expect(read("")).toEqual({ refused: "not_readable" });
    expect(read(name === "GeoJSON" ? '{"type":"Topology"}' : "<html></html>")).toEqual({
      refused: "wrong_format",
    });
  });

  it("reads 2,000 features quickly", () => {
    const file = write(Array.from({ length: 2000 }, () => school)).text;
    const started = performance.now();
    expect(read(file).accepted).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("toExchange", () => {
  it("takes a stored feature along, without its ids and photo", () => {
    const stored = { ...school, mapId: "m", photoId: "p", people: undefined, note: undefined };
    expect(toExchange(stored)).toEqual({ ...school, note: null });
  });
});
