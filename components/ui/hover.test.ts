import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Rules outside `@media (hover: hover)` that tint what the pointer is over. */
function tints(css: string): string[] {
  const always = css.replace(/@media \(hover: hover\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
  return always.match(/[^{}]*:hover[^{}]*\{[^}]*(?:background|color)[^}]*\}/g) ?? [];
}

// On a phone the pointer stays where the last finger was: a tinted answer would suggest the one given to the question before.
test("nothing is tinted under a pointer that a phone does not have", () => {
  const files = globSync("{app,components}/**/*.css");
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) => tints(readFileSync(file, "utf8")).map((rule) => `${file}: ${rule}`));
  expect(found).toEqual([]);
  expect(tints(".btn:hover { background: red; }")).toHaveLength(1);
  expect(tints("@media (hover: hover) { .btn:hover { background: red; } }")).toEqual([]);
});
