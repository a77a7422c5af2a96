import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, type Placed, placeLabels, textWidth } from "./label-placement";

const size = { width: 442, height: 336 };
const fontSize = 14;
const boxAt = ([x, y]: readonly [number, number]): Box => ({ x: x - 11, y: y - 11, width: 22, height: 22 });
const boxOf = ({ text, x, y, anchor }: Placed): Box => {
  const width = textWidth(text, fontSize);
  return {
    x: anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2,
    y: y - fontSize,
    width,
    height: fontSize,
  };
};
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const point = fc.tuple(fc.integer({ min: 20, max: 422 }), fc.integer({ min: 20, max: 316 }));

test("no label lies over a mark, over another label or outside, however close the places are", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 25 }), (points) => {
      const taken = points.map(boxAt);
      const wanted = points.map((at, n) => ({ text: `${n + 1} ບ້ານນ້ຳໃສ`, short: `${n + 1}`, at, clear: 15 }));
      const labels = placeLabels(wanted, { ...size, fontSize, taken }).map(boxOf);
      for (const [at, label] of labels.entries()) {
        for (const mark of taken) expect(overlap(label, mark)).toBe(false);
        for (const other of labels.slice(at + 1)) expect(overlap(label, other)).toBe(false);
        expect(label.x >= 0 && label.x + label.width <= size.width).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("where the name does not fit its number still does, the first in the list before the others", () => {
  const wall = Array.from({ length: 12 }, (_, n): [number, number] => [100, 20 + n * 26]);
  const beside = wall.map(([x, y]): [number, number] => [x + 60, y]);
  const taken = [...wall, ...beside, ...wall.map(([x, y]): [number, number] => [x - 60, y])].map(boxAt);
  const labels = placeLabels([{ text: "1 ບ້ານທີ່ມີຊື່ຍາວຫຼາຍ", short: "1", at: [100, 150], clear: 15 }], {
    ...size,
    fontSize,
    taken,
  });
  expect(labels.map(({ text }) => text)).toEqual(["1"]);
});
