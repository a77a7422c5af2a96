import { expect, test } from "vitest";
import { mediaLimits, PhotoFields } from "./schema";

const size = PhotoFields.shape.bytes;

// A photo of a paper map at 2400 px weighs one to three megabytes.
test.each([
  [1, true],
  [1_000_001, true],
  [mediaLimits.bytes, true],
  [mediaLimits.bytes + 1, false],
  [0, false],
])("a photo of %i bytes is taken: %s", (bytes, taken) => {
  expect(size.safeParse(bytes).success).toBe(taken);
});
