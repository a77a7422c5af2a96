import { expect, test } from "vitest";
import { addressIn, withoutLanguage } from "./address";

test.each([
  ["/villages?q=1#a", "/lo/villages?q=1#a"],
  ["/", "/lo"],
  ["/?month=2026-01", "/lo?month=2026-01"],
  ["/#top", "/lo#top"],
  ["#content", "#content"],
  ["?part=2", "?part=2"],
])("%s in Lao is at %s", (href, address) => {
  expect(addressIn("lo", href)).toBe(address);
});

test.each([
  ["/lo/villages", "/villages"],
  ["/en", "/"],
  ["/london", "/london"],
])("%s without its language is %s", (path, rest) => {
  expect(withoutLanguage(path)).toBe(rest);
});
