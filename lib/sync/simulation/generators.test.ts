import { expect, test } from "vitest";
import { parseFields } from "@/lib/changes/parse";
import { samples } from "@/lib/changes/samples";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { changedFields, everyType, newFields } from "./generators";

test.each(everyType)("%s: what the generator writes is what a person may write", (type) => {
  const random = new SeededNumbers(7);
  const making = { random, links: () => [] };
  const ids = new Proxy({}, { get: () => random.uuid() });
  const changed = new Set<string>();
  for (let n = 0; n < 40; n++) {
    parseFields(type, newFields(type, making, {}), true);
    const fields = changedFields(type, making);
    parseFields(type, fields, false);
    for (const field of Object.keys(fields)) changed.add(field);
  }
  expect(Object.keys(samples[type](ids)).length).toBeGreaterThan(0);
  expect(changed.size).toBeGreaterThan(0);
});
