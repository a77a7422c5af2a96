import { describe, expect, it } from "vitest";
import { type Away, captureDays, countAway, daysAway, mayCapture } from "./contact";

const at = (day: string) => new Date(`${day}T08:00:00Z`);
const looks = (days: readonly string[], contact = "first") =>
  days.reduce<Away | null>((before, day) => countAway(before, contact, at(day)), null);

describe("the days without the server", () => {
  it("count from look to look", () => {
    expect(daysAway(looks(["2026-01-01", "2026-01-11", "2026-01-30"]))).toBe(29);
    expect(mayCapture(looks(["2026-01-01", "2026-01-11", "2026-01-30"]))).toBe(true);
    expect(mayCapture(looks(["2026-01-01", "2026-01-31"]))).toBe(false);
  });

  it("are not taken back by a clock that is set back, nor begun anew", () => {
    const away = looks(["2026-01-01", "2026-01-21", "2019-06-01", "2019-06-11"]);
    expect(daysAway(away)).toBe(captureDays);
    expect(mayCapture(away)).toBe(false);
  });

  it("begin anew with any exchange, whatever its clock said", () => {
    const away = looks(["2026-01-01", "2026-03-01"]);
    expect(daysAway(countAway(away, "second", at("2031-01-01")))).toBe(0);
    expect(mayCapture(countAway(away, "second", at("1999-01-01")))).toBe(true);
  });

  it("are none on a phone that has just been set up", () => {
    expect(mayCapture(null)).toBe(true);
    expect(mayCapture(countAway(null, "", at("2026-01-01")))).toBe(true);
  });
});
