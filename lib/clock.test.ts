import { afterEach, describe, expect, it, vi } from "vitest";
import { now, startClockAt, today } from "./clock";

afterEach(() => {
  vi.useRealTimers();
  startClockAt(new Date().toISOString());
});

describe("today", () => {
  it.each([
    ["2026-03-31T16:59:59Z", "2026-03-31"],
    ["2026-03-31T17:00:00Z", "2026-04-01"],
    ["2025-12-31T23:30:00Z", "2026-01-01"],
  ])("at %s is %s in Vientiane, whatever the machine's zone", (instant, day) => {
    vi.useFakeTimers({ now: new Date(instant) });
    startClockAt(instant);
    expect(today()).toBe(day);
  });
});

it("goes on from where it was started", () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T00:00:00Z") });
  startClockAt("2025-05-05T12:00:00Z");
  vi.advanceTimersByTime(90_000);
  expect(now().toISOString()).toBe("2025-05-05T12:01:30.000Z");
});
