import { describe, expect, it } from "vitest";
import { tilesAround } from "./tile-plan";

const vientiane = [102.6, 17.97] as const;
const pakxan = [103.66, 18.39] as const;
const at = (z: number, villages: readonly (readonly [number, number])[]) =>
  tilesAround(
    villages.map(([lng, lat]) => [lng, lat]),
    { minZoom: z, maxZoom: z },
  );

describe("the tiles of an area", () => {
  it("are those of the usual grid", () => {
    expect(at(0, [vientiane])).toEqual([{ z: 0, x: 0, y: 0 }]);
    // Worked out by the formula of the OpenStreetMap wiki, "Slippy map tilenames".
    expect(at(10, [vientiane])).toEqual([{ z: 10, x: 803, y: 460 }]);
  });

  it("cover what lies between the villages while the area is small", () => {
    const tiles = at(10, [vientiane, pakxan]);
    expect(tiles).toHaveLength(4 * 3);
    expect(new Set(tiles.map(({ x }) => x))).toEqual(new Set([803, 804, 805, 806]));
  });

  it("are nine around each village close up, each once", () => {
    expect(at(14, [vientiane])).toHaveLength(9);
    expect(at(14, [vientiane, vientiane])).toHaveLength(9);
    expect(at(14, [vientiane, pakxan])).toHaveLength(18);
  });

  it("are none where no village has a place", () => {
    expect(tilesAround([], { minZoom: 0, maxZoom: 14 })).toEqual([]);
  });
});
