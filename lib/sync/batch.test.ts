import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { newChange } from "@/lib/changes/new-change";
import { batchBytes, changeBytes, firstBatch, learnFromBatch } from "./batch";
import type { OutboxItem } from "./rows";
import { emptyPhone } from "./testing";
import { wireLimits } from "./wire-limits";

const item = (letters: number) => {
  const fields = { text: "ກ".repeat(letters), date: "2026-11-22" };
  return { change: newChange({ type: "decision", place: null, fields, madeAt: new Date() }) } as OutboxItem;
};
const lengths = (letters: number[], count: number, bytes: number) =>
  firstBatch(letters.map(item), count, bytes).length;

test.each([
  ["as many as fit by weight", [1000, 1000, 1000], 100, 8000, 2],
  ["as many as fit by number", [10, 10, 10], 2, 64_000, 2],
  ["one that is too heavy goes alone", [20_000, 10], 100, 8000, 1],
  ["nothing from nothing", [], 100, 8000, 0],
])("a batch takes %s", (_title, letters, count, bytes, expected) => {
  expect(lengths(letters, count, bytes)).toBe(expected);
});

test("a Lao letter weighs three bytes", () => {
  expect(changeBytes(item(1000).change) - changeBytes(item(0).change)).toBe(3000);
});

test("a bad line makes batches smaller, a good one larger again", async () => {
  const db = emptyPhone();
  expect(await batchBytes(db)).toBe(wireLimits.bytes);
  for (const _ of [1, 2]) await learnFromBatch(db, false);
  expect(await batchBytes(db)).toBe(wireLimits.bytes / 4);
  for (let n = 0; n < 10; n++) await learnFromBatch(db, false);
  expect(await batchBytes(db)).toBe(4096);
  for (let n = 0; n < 10; n++) await learnFromBatch(db, true);
  expect(await batchBytes(db)).toBe(wireLimits.bytes);
});
