import { describe, expect, it } from "vitest";
import { fromGpx } from "./gpx";
import { fromKml } from "./kml";

const kml = (inside: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const point = "<Point><coordinates>102.6,17.9,0</coordinates></Point>";

describe("hostile XML", () => {
  it.each([
    ["an entity bomb", '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>'],
    ["an outside file", '<!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/>'],
    ["a lower-case doctype", "<!doctype kml><kml/>"],
  ])("refuses %s unread", (_, text) => {
    expect(fromKml(text)).toEqual({ refused: "hostile" });
    expect(fromGpx(text)).toEqual({ refused: "hostile" });
  });

  it.each(["<kml><Document>", "<kml>&undefined;</kml>", "<kml></gpx>", "<kml/><kml/>"])(
    "refuses the broken %s",
    (text) => {
      expect(fromKml(text)).toEqual({ refused: "not_readable" });
    },
  );

  it("survives deep nesting and a flood of attributes in a few seconds", () => {
    const started = performance.now();
    const deep = kml(`${"<Folder>".repeat(100_000)}${"</Folder>".repeat(100_000)}`);
    expect(fromKml(deep).accepted ?? []).toEqual([]);
    const nested = kml(
      `<Placemark>${"<MultiGeometry>".repeat(5000)}${point}${"</MultiGeometry>".repeat(5000)}</Placemark>`,
    );
    expect(fromKml(nested).rejected?.[0]?.reason).toBe("unsupported_geometry");
    const wide = kml(
      `<Placemark ${Array.from({ length: 3000 }, (_, i) => `a${i}="1"`).join(" ")}>${point}</Placemark>`,
    );
    expect(fromKml(wide).accepted).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("fromKml, files of other programs", () => {
  it("finds placemarks in folders, without a namespace, with HTML notes and schema data", () => {
    const text = `\uFEFF<kml><Document><Folder><Placemark><name> ໂຮງຮຽນ </name><description><![CDATA[<b>ໃໝ່</b>]]></description>
      <ExtendedData><SchemaData><SimpleData name="category">school</SimpleData></SchemaData></ExtendedData>${point}</Placemark></Folder></Document></kml>`;
    expect(fromKml(text).accepted?.[0]).toMatchObject({
      label: "ໂຮງຮຽນ",
      note: "<b>ໃໝ່</b>",
      category: "school",
    });
  });

  it("takes a recorded track and a shape of two parts", () => {
    const track =
      '<Placemark><gx:Track xmlns:gx="http://www.google.com/kml/ext/2.2"><gx:coord>102 18 0</gx:coord><gx:coord>102.1 18 0</gx:coord></gx:Track></Placemark>';
    const two = `<Placemark><MultiGeometry>${point}${point}</MultiGeometry></Placemark>`;
    expect(fromKml(kml(track + two)).accepted?.map(({ geometry }) => geometry.type)).toEqual([
      "LineString",
      "Point",
      "Point",
    ]);
  });

  it.each([
    ["", "no_geometry"],
    ["<Point><coordinates></coordinates></Point>", "bad_coordinates"],
    ["<Point><coordinates>102.6,</coordinates></Point>", "bad_coordinates"],
    ["<Point><coordinates>102.6, 17.9</coordinates></Point>", "bad_coordinates"],
    ["<Point><coordinates>17.9,102.6</coordinates></Point>", "coordinates_swapped"],
    ["<LineString><coordinates>102,18</coordinates></LineString>", "bad_coordinates"],
    ["<Model/>", "unsupported_geometry"],
  ])("rejects %s", (inside, reason) => {
    const result = fromKml(kml(`<Placemark>${point}</Placemark><Placemark>${inside}</Placemark>`));
    expect(result.accepted).toHaveLength(1);
    expect(result.rejected).toEqual([{ position: 2, reason }]);
  });
});

describe("fromGpx, files of other devices", () => {
  const gpx = (inside: string) =>
    `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">${inside}</gpx>`;

  it("reads waypoints, routes and every segment of a track", () => {
    const pt = (tag: string, lng: number) => `<${tag} lat="18" lon="${lng}"><ele>300</ele></${tag}>`;
    const text = gpx(
      `<metadata><name>x</name></metadata><wpt lat="18" lon="102"><name>ຂົວ</name><sym>bridge_ford</sym></wpt><rte>${pt("rtept", 102)}${pt("rtept", 103)}</rte>` +
        `<trk><type>track</type><trkseg>${pt("trkpt", 102)}${pt("trkpt", 103)}</trkseg><trkseg>${pt("trkpt", 104)}${pt("trkpt", 105)}</trkseg></trk>`,
    );
    expect(
      fromGpx(text).accepted?.map(({ position, category, geometry }) => [position, category, geometry.type]),
    ).toEqual([
      [1, "bridge_ford", "Point"],
      [2, "other", "LineString"],
      [3, "track", "LineString"],
      [3, "track", "LineString"],
    ]);
  });

  it("rejects a waypoint without a longitude", () => {
    expect(fromGpx(gpx('<wpt lat="18"/>')).rejected).toEqual([{ position: 1, reason: "bad_coordinates" }]);
    expect(fromGpx(gpx("<trk/>")).rejected).toEqual([{ position: 1, reason: "no_geometry" }]);
  });
});
