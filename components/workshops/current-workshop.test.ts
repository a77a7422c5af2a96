import { describe, expect, test } from "vitest";
import type { Workshop } from "@/lib/workshops/schema";
import { currentWorkshop, dayOfWorkshop } from "./current-workshop";

const held = (startDate: string, more: Partial<Workshop> = {}) => ({
  fields: { module: "1", level: "village", startDate, ...more } as Workshop,
});

describe("the workshop to go on with", () => {
  test("is the latest one begun and not finished", () => {
    const older = held("2026-11-10");
    const latest = held("2026-11-20", { status: "under_way" });
    expect(currentWorkshop([older, latest, held("2026-12-01")], "2026-11-21")).toBe(latest);
  });

  test("is the next planned one when none is under way", () => {
    const next = held("2026-12-01");
    const done = held("2026-11-20", { status: "done" });
    expect(currentWorkshop([held("2027-01-01"), next, done, held("2026-10-01")], "2026-11-21")).toBe(next);
  });

  test("is none when all are over", () => {
    expect(
      currentWorkshop([held("2026-10-01"), held("2026-11-20", { status: "cancelled" })], "2026-11-21"),
    ).toBeNull();
  });

  test("counts its days from one", () => {
    const { fields } = held("2026-11-20", { endDate: "2026-11-22" });
    expect(dayOfWorkshop(fields, "2026-11-21")).toBe(2);
    expect(dayOfWorkshop(fields, "2026-11-23")).toBeNull();
  });
});
