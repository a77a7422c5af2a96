import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kOfNOrder, kOfNSegments, mostCells } from "./k-of-n";

describe("k-of-n bar", () => {
  test("has one cell per item up to 26, in the fixed order", () => {
    const statuses = kOfNSegments({ late: 1, done: 2, todo: 1 }).map((segment) => segment.status);
    expect(statuses).toEqual(["done", "done", "todo", "late"]);
    expect(kOfNSegments({ done: mostCells })).toHaveLength(mostCells);
  });

  test("is proportional above that", () => {
    const segments = kOfNSegments({ done: 38, doing: 12, todo: 3, blocked: 3, late: 5 });
    expect(segments.map((segment) => segment.status)).toEqual([...kOfNOrder]);
    expect(segments[1]?.x).toBeCloseTo((38 / 61) * 100);
  });

  test("nothing counted draws nothing", () => {
    expect(kOfNSegments({})).toEqual([]);
    expect(kOfNSegments({ done: 0 })).toEqual([]);
  });

  test("pieces never overlap nor leave the bar", () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(count, count, count, (done, todo, late) => {
        let end = 0;
        for (const { x, width } of kOfNSegments({ done, todo, late })) {
          expect(x).toBeGreaterThanOrEqual(end - 1e-9);
          end = x + width;
        }
        expect(end).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});
