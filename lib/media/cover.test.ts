import { describe, expect, it } from "vitest";
import { boxInPixels, changedBox, drawnBox } from "./cover";

describe("cover boxes", () => {
  it.each([
    [
      [0.2, 0.3],
      [0.6, 0.4],
    ],
    [
      [0.6, 0.4],
      [0.2, 0.3],
    ],
    [
      [0.6, 0.3],
      [0.2, 0.4],
    ],
  ] as const)("are the same whichever corner came first", (from, to) => {
    const box = drawnBox(from, to);
    expect(box.x).toBeCloseTo(0.2);
    expect(box.y).toBeCloseTo(0.3);
    expect(box.width).toBeCloseTo(0.4);
    expect(box.height).toBeCloseTo(0.1);
  });

  it("stop at the picture's edge", () => {
    expect(drawnBox([0.9, 0.9], [1.5, 2])).toMatchObject({ x: 0.9, y: 0.9, width: expect.closeTo(0.1) });
    let box = drawnBox([0.9, 0.5], [1, 0.6]);
    for (let n = 0; n < 10; n++) box = changedBox(box, { x: 1, width: 1 });
    expect(box.x + box.width).toBeLessThanOrEqual(1);
  });

  it("never shrink to nothing", () => {
    let box = drawnBox([0.5, 0.5], [0.52, 0.52]);
    for (let n = 0; n < 10; n++) box = changedBox(box, { width: -1, height: -1 });
    expect(box.width).toBeGreaterThan(0);
    expect(box.height).toBeGreaterThan(0);
  });

  it("cover whole pixels, outwards", () => {
    expect(boxInPixels({ x: 0.101, y: 0.101, width: 0.1, height: 0.1 }, 100, 100)).toEqual({
      x: 10,
      y: 10,
      width: 11,
      height: 11,
    });
  });
});
