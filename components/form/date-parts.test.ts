import { expect, test } from "vitest";
import { isoOf, partsOf } from "./date-parts";

test.each([
  [{ day: "7", month: "3", year: "2025" }, "2025-03-07"],
  [{ day: "໒໑", month: "11", year: "໒໐໒໖" }, "2026-11-21"],
  [{ day: "29", month: "2", year: "2024" }, "2024-02-29"],
  [{ day: "", month: "", year: "" }, ""],
])("%j is %j", (parts, iso) => {
  expect(isoOf(parts)).toBe(iso);
});

test.each([
  [{ day: "29", month: "2", year: "2025" }, "no leap year"],
  [{ day: "31", month: "4", year: "2026" }, "no such day"],
  [{ day: "7", month: "3", year: "2568" }, "Thai era"],
  [{ day: "7", month: "", year: "2026" }, "half filled"],
  [{ day: "x", month: "1", year: "2026" }, "no number"],
])("%j is no date: %s", (parts) => {
  expect(isoOf(parts)).toBeNull();
});

test("parts and ISO are each other's inverse", () => {
  expect(isoOf(partsOf("2026-11-21"))).toBe("2026-11-21");
  expect(partsOf(null)).toEqual({ day: "", month: "", year: "" });
});
