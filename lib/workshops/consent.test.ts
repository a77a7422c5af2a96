import { describe, expect, it } from "vitest";
import { consentStands } from "./consent";
import type { Consent } from "./schema";

const answer = (more: Partial<Consent>): Consent => ({
  workshopId: "w",
  use: "photo_location",
  given: true,
  givenBy: "Village meeting",
  date: "2026-11-01",
  ...more,
});
const stands = (...answers: Consent[]) => consentStands(answers, "photo_location", "2026-11-20");

describe("a village's consent", () => {
  it.each([
    ["nobody asked", [], false],
    ["given", [answer({})], true],
    ["refused", [answer({ given: false })], false],
    ["for another use", [answer({ use: "display" })], false],
    ["withdrawn today", [answer({ withdrawnOn: "2026-11-20" })], false],
    ["withdrawn from tomorrow", [answer({ withdrawnOn: "2026-11-21" })], true],
    ["until today", [answer({ until: "2026-11-20" })], true],
    ["until yesterday", [answer({ until: "2026-11-19" })], false],
    ["given, later refused", [answer({}), answer({ given: false, date: "2026-11-10" })], false],
    ["refused, later given", [answer({ date: "2026-11-10" }), answer({ given: false })], true],
  ] as const)("%s", (_, answers, expected) => expect(stands(...answers)).toBe(expected));
});
