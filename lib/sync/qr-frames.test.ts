import { decodeQR } from "qr/decode.js";
import qrcode from "qrcode-generator";
import { expect, test } from "vitest";
import { FrameCollector, framesOf } from "./qr-frames";

const text = Array.from({ length: 400 }, (_, n) => `ບັນຫາທີ ${n * 7919} ທາງຂາດ`).join(" ");
const bytes = new TextEncoder().encode(text);

test("frames read in any order, some twice, give the same bytes back", async () => {
  const frames = await framesOf(bytes);
  expect(frames.length).toBeGreaterThan(3);
  const collector = new FrameCollector();
  const shuffled = [...frames.slice(2), frames[0], ...frames.slice(0, 2)] as string[];
  expect(shuffled.map((frame) => collector.add(frame)).filter((taken) => taken === "known")).toHaveLength(1);
  expect(collector.complete).toBe(true);
  expect(new TextDecoder().decode(await collector.bytes())).toBe(text);
});

test("a misread frame, a foreign code and another series are told apart", async () => {
  const [first = ""] = await framesOf(bytes);
  const [other = ""] = await framesOf(new TextEncoder().encode("something else"));
  const collector = new FrameCollector();
  expect(collector.add("https://example.org")).toBe("other");
  expect(collector.add(`${first.slice(0, -1)}~`)).toBe("damaged");
  expect(collector.add(first)).toBe("new");
  expect(collector.add(other)).toBe("other");
  expect(collector.have).toBe(1);
});

/** The picture a camera would see: dark and light squares, four modules of white around. */
function pictureOf(frame: string, scale: number) {
  const code = qrcode(0, "L");
  code.addData(frame);
  code.make();
  const side = (code.getModuleCount() + 8) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const inside = Math.min(row, column) >= 0 && Math.max(row, column) < code.getModuleCount();
      if (inside && code.isDark(row, column)) data.set([20, 20, 20], (y * side + x) * 4);
    }
  return { data, width: side, height: side };
}

test("our decoder reads every frame as drawn", async () => {
  for (const frame of await framesOf(bytes)) expect(decodeQR(pictureOf(frame, 5))).toBe(frame);
});
