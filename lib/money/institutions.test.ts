import { expect, it } from "vitest";
import { followsItself, inPlaceOf, standingOn } from "./institutions";

const home = { id: "home", from: null, to: "2025-03-01", successorId: "bodies" };
const bodies = { id: "bodies", from: "2025-03-01", to: null, successorId: null };
const lost = { id: "lost", from: null, to: "2020-01-01", successorId: null };
const one = { id: "one", from: null, to: "2020-01-01", successorId: "two" };
const two = { id: "two", from: null, to: "2021-01-01", successorId: "one" };
const all = [home, bodies, lost, one, two];

it.each([
  ["home", "2025-02-28", "home"],
  ["home", "2025-03-01", "bodies"],
  ["bodies", "2026-11-22", "bodies"],
  ["lost", "2026-11-22", undefined],
  ["one", "2026-11-22", undefined],
  ["nobody", "2026-11-22", undefined],
])("in place of %s on %s stands %s", (id, day, found) => {
  expect(inPlaceOf(all, id, day)?.id).toBe(found);
});

it.each([
  [null, null, "undated"],
  ["2024-01-01", null, "holds"],
  ["2024-01-01", "2026-01-01", "holds"],
  ["2024-01-01", "2025-06-01", "ended"],
  ["2026-01-01", null, "before"],
])("from %s to %s on 1 June 2025: %s", (from, to, standing) => {
  expect(standingOn({ from, to }, "2025-06-01")).toBe(standing);
});

it("knows who would follow themselves", () => {
  expect(followsItself(all, "bodies", "home")).toBe(true);
  expect(followsItself(all, "home", "home")).toBe(true);
  expect(followsItself(all, "lost", "home")).toBe(false);
  expect(followsItself(all, "lost", "one")).toBe(false);
});
