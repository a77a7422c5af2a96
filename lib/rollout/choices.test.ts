import { expect, it } from "vitest";
import { readRolloutChoices, rolloutQuery } from "./choices";

const today = "2026-11-22";

it.each([
  ["", { on: today, year: 2026, module: null, level: null }],
  ["?on=2025-03-01", { on: "2025-03-01", year: 2025, module: null, level: null }],
  ["?year=2027&module=2&level=hc", { on: today, year: 2027, module: "2", level: "hc" }],
] as const)("%j means %j, and is said that way again", (query, choices) => {
  const asked = Object.fromEntries(new URLSearchParams(query));
  expect(readRolloutChoices(asked, today)).toEqual(choices);
  expect(rolloutQuery(choices, today)).toBe(query);
});

it("leaves out what means nothing", () => {
  const asked = { on: "yesterday", year: "soon", module: "9", level: ["village", "hc"] };
  expect(readRolloutChoices(asked, today)).toEqual({ on: today, year: 2026, module: null, level: null });
});
