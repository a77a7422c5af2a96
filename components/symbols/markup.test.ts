import { describe, expect, test } from "vitest";
import { frames } from "./frames";
import { drawingSvg, symbolSvg } from "./markup";
import { mapSymbolIds, symbolFrames } from "./symbols";

describe("map symbols", () => {
  test("are 28, each in a family frame", () => {
    expect(mapSymbolIds).toHaveLength(28);
    expect(new Set(Object.values(symbolFrames))).toEqual(new Set(Object.keys(frames)));
  });

  test.each(mapSymbolIds)("%s is drawn well-formed, with a halo, differently from every other", (id) => {
    const svg = symbolSvg(id);
    expect(svg).toContain('stroke="#fff" stroke-width="5"');
    expect(svg.match(/<g\b/g)?.length).toBe(svg.match(/<\/g>/g)?.length);
    expect(svg).not.toMatch(/undefined|style=/);
    expect(mapSymbolIds.filter((other) => symbolSvg(other) === svg)).toEqual([id]);
  });

  test("a photocopy keeps the family: no colour is left", () => {
    for (const id of mapSymbolIds) {
      const colours = symbolSvg(id, { mono: true }).match(/#[0-9a-f]{3,6}/gi) ?? [];
      expect(colours.filter((colour) => !["#fff", "#111"].includes(colour.toLowerCase()))).toEqual([]);
    }
  });

  test("below 24 px only the frame is drawn", () => {
    expect(symbolSvg("school", { size: 22 })).not.toContain("<g");
    expect(drawingSvg({ frame: "danger", glyph: "school" }, 32)).toContain("<g");
  });
});
