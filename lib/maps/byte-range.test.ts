import { expect, it } from "vitest";
import { byteRange } from "./byte-range";
import { formatOfName } from "./file-formats";

it.each([
  ["bytes=0-126", { start: 0, end: 126 }],
  ["bytes=990-2000", { start: 990, end: 999 }],
  ["bytes=990-", { start: 990, end: 999 }],
  ["bytes=-10", { start: 990, end: 999 }],
  ["bytes=1000-1001", null],
  ["bytes=20-10", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["lines=1-2", null],
  [null, null],
])("%s of 1000 bytes", (header, expected) => expect(byteRange(header, 1000)).toEqual(expected));

it("does not read a whole country at once", () => {
  expect(byteRange("bytes=0-", 500_000_000)).toBeNull();
});

it.each([
  ["map.geojson", "geojson"],
  ["Map.JSON", "geojson"],
  ["ban.bor.kml", "kml"],
  ["track.gpx", "gpx"],
  ["map.kmz", null],
  ["kml", "kml"],
])("%s holds %s", (name, format) => expect(formatOfName(name)).toBe(format));
