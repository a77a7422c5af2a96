import { describe, expect, it } from "vitest";
import { seedCategories } from "@/lib/maps/categories";
import { fitPhoto } from "@/lib/maps/control-points";
import { geoFrame, scaleBar } from "./figure-frame";
import { placeLabels, textWidth } from "./label-placement";
import { type FigureFeature, type FigureInput, shownShapes, villageMapSvg } from "./village-map-svg";

const point = (id: string, over: Partial<FigureFeature> = {}): FigureFeature => ({
  id,
  category: "school",
  geometry: { type: "Point", coordinates: [103.65 + Number(id) / 1000, 18.4], space: "geo" },
  sensitive: false,
  ...over,
});
const figure = (over: Partial<FigureInput> = {}) =>
  villageMapSvg({
    features: [point("1"), point("2")],
    categories: seedCategories,
    title: "ແຜນທີ່",
    space: "geo",
    formatMetres: (m) => `${m} m`,
    ...over,
  });

describe("villageMapSvg", () => {
  it("refuses sensitive features and care groups, whatever it is given", () => {
    const secret = point("3", { sensitive: true, label: "SECRET" });
    const care = point("4", { category: "care_pregnant", label: "HOUSE" });
    const features = [point("1", { label: "School" }), secret, care];
    const svg = figure({ features });
    expect(svg).toContain("School");
    expect(svg).not.toMatch(/SECRET|HOUSE/);
    expect(shownShapes({ features, categories: seedCategories, space: "geo" })).toHaveLength(1);
    // Not even by stretching the frame towards where they are.
    expect(figure({ features: [point("1", { label: "School" })] })).toBe(svg);
  });

  it("lets no text become markup", () => {
    const svg = figure({ features: [point("1", { label: `<script>"x"&'` })], title: `"><b>` });
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain("&#60;script&#62;");
  });

  it("carries no script, style or outside address", () => {
    expect(figure()).not.toMatch(/style=|<script|href=/);
  });

  it("leaves out features of the other space", () => {
    const sketch = point("2", {
      geometry: { type: "Point", coordinates: [0.5, 0.5], space: "sketch" },
      label: "Drawn",
    });
    expect(figure({ features: [point("1"), sketch] })).not.toContain("Drawn");
    const svg = figure({ features: [sketch], space: "sketch" });
    expect(svg).toContain("Drawn");
    expect(svg).not.toContain(" m</text>");
  });

  it("draws lines over areas and symbols over both, and the risk area's warning", () => {
    const ring: [number, number][] = [
      [103.65, 18.4],
      [103.66, 18.4],
      [103.66, 18.41],
      [103.65, 18.4],
    ];
    const features: FigureFeature[] = [
      point("1"),
      point("2", {
        category: "river",
        geometry: { type: "LineString", coordinates: ring.slice(0, 3), space: "geo" },
      }),
      point("3", { category: "risk", geometry: { type: "Polygon", coordinates: [ring], space: "geo" } }),
    ];
    const svg = figure({ features });
    const order = ["fill-opacity", "#4E9AC4", "<g transform"].map((mark) => svg.indexOf(mark));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(svg.match(/<g transform="translate/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it("lays a photo on the land by its control points", () => {
    const { fit } = fitPhoto(
      [
        { x: 0, y: 0, longitude: 103.65, latitude: 18.41 },
        { x: 1, y: 0, longitude: 103.66, latitude: 18.41 },
        { x: 0, y: 1, longitude: 103.65, latitude: 18.4 },
      ],
      { width: 800, height: 800 },
    );
    const svg = figure({ photo: { href: "/api/media/x?a&b", width: 800, height: 800, opacity: 0.6, fit } });
    expect(svg).toContain('href="/api/media/x?a&#38;b"');
    const matrix = /matrix\(([^)]+)\)/.exec(svg)?.[1] ?? "";
    const [a, b, c, d] = matrix.split(" ").map(Number) as number[];
    expect(b).toBeCloseTo(0, 1);
    expect(c).toBeCloseTo(0, 1);
    expect((a as number) / (d as number)).toBeCloseTo(Math.cos((18.4 * Math.PI) / 180), 2);
  });
});

describe("geoFrame and scaleBar", () => {
  it("keeps north up, one scale both ways, and everything inside", () => {
    const size = { width: 1000, height: 700 };
    const frame = geoFrame([point("0").geometry, point("20").geometry], size);
    const [[x1, y1], [x2, y2]] = [frame.project([103.65, 18.4]), frame.project([103.67, 18.4])];
    expect(y1).toBeCloseTo(y2);
    expect(Math.min(x1, x2)).toBeGreaterThan(0);
    expect(Math.max(x1, x2)).toBeLessThan(1000);
    expect(frame.project([103.66, 18.401])[1]).toBeLessThan(y1);
  });

  it.each([
    [0.5, 1000, 200],
    [0.1, 1000, 2000],
    [1.9, 1000, 100],
  ])("%d units a metre on %d units: %d m", (unitsPerMetre, width, metres) => {
    expect(scaleBar(unitsPerMetre, width).metres).toBe(metres);
  });
});

describe("placeLabels", () => {
  const options = { fontSize: 20, taken: [], width: 400, height: 200 };
  it("takes the other side when the first is covered, and leaves out what fits nowhere", () => {
    const taken = [{ x: 205, y: 80, width: 195, height: 40 }];
    const [left] = placeLabels([{ text: "ຄຸ້ມເທິງ", at: [200, 100], clear: 10 }], { ...options, taken });
    expect(left?.anchor).toBe("end");
    const everywhere = [{ x: 0, y: 0, width: 400, height: 200 }];
    expect(
      placeLabels([{ text: "x", at: [200, 100], clear: 10 }], { ...options, taken: everywhere }),
    ).toEqual([]);
  });

  it("does not count marks above and below as width", () => {
    expect(textWidth("ນ້ຳ", 10)).toBe(textWidth("ນຳ", 10));
  });
});
