import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "./calendar";
import { dueVisits } from "./rules";

describe("addMonths", () => {
  it.each([
    ["2025-11-22", 3, "2026-02-22"],
    ["2025-11-22", 6, "2026-05-22"],
    ["2025-08-31", 6, "2026-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2025-01-31", 2, "2025-03-31"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2025-12-31", 0, "2025-12-31"],
    ["2025-01-31", -2, "2024-11-30"],
    ["2025-03-15", -15, "2023-12-15"],
  ])("%s + %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each(["2025-02-30", "2025-13-01", "2025-00-10", "25-01-01", "2025-1-1", ""])("refuses %j", (iso) => {
    expect(() => addMonths(iso, 3)).toThrow(RangeError);
  });

  it("refuses half months", () => {
    expect(() => addMonths("2025-01-01", 1.5)).toThrow(RangeError);
  });

  it("never goes past the month it should land in", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const from = date.toISOString().slice(0, 10);
        const to = addMonths(from, months);
        const span =
          (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
          Number(to.slice(5, 7)) -
          Number(from.slice(5, 7));
        expect(span).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
        expect(new Date(to).toISOString().slice(0, 10)).toBe(to);
      }),
    );
  });
});

describe("dueVisits", () => {
  const plan = { agreedDate: "2025-11-22", displayedDate: "2025-11-30", visitOffsets: null };

  it("counts from the display, else from the agreement, else not at all", () => {
    const dates = (input: Partial<typeof plan>) =>
      dueVisits({ plan: { ...plan, ...input }, visits: [], today: "2025-12-01" }).map(
        ({ dueDate }) => dueDate,
      );
    expect(dates({})).toEqual(["2026-02-28", "2026-05-30"]);
    expect(dates({ displayedDate: undefined })).toEqual(["2026-02-22", "2026-05-22"]);
    expect(dates({ displayedDate: undefined, agreedDate: undefined })).toEqual([]);
  });

  it.each([
    ["2026-02-13", "later", 0, 15],
    ["2026-02-14", "soon", 0, 14],
    ["2026-02-28", "soon", 0, 0],
    ["2026-03-01", "late", 1, 0],
    ["2026-03-12", "late", 12, 0],
  ])("on %s the first visit is %s", (today, state, daysLate, daysLeft) => {
    expect(dueVisits({ plan, visits: [], today })[0]).toMatchObject({
      offsetMonths: 3,
      state,
      daysLate,
      daysLeft,
    });
  });

  it("uses the plan's own offsets, each once, in order of date", () => {
    const own = { ...plan, visitOffsets: [12, 1, 12] };
    expect(dueVisits({ plan: own, visits: [], today: "2025-12-01" }).map(({ dueDate }) => dueDate)).toEqual([
      "2025-12-30",
      "2026-11-30",
    ]);
    expect(dueVisits({ plan: { ...plan, visitOffsets: [] }, visits: [], today: "2025-12-01" })).toEqual([]);
  });

  it("closes a visit by a record for that offset, not by any visit", () => {
    const visits = [
      { offsetMonths: 3, heldDate: "2026-03-05" },
      { offsetMonths: null, heldDate: "2026-05-01" },
    ];
    const [first, second] = dueVisits({ plan, visits, today: "2026-06-30" });
    expect(first).toMatchObject({ state: "held", heldDate: "2026-03-05", daysLate: 0 });
    expect(second).toMatchObject({ offsetMonths: 6, state: "late", daysLate: 31 });
  });

  it("moves the date with a record that is not held yet", () => {
    const visits = [{ offsetMonths: 3, dueDate: "2026-03-15", heldDate: null }];
    expect(dueVisits({ plan, visits, today: "2026-03-10" })[0]).toMatchObject({
      dueDate: "2026-03-15",
      state: "soon",
    });
  });

  it("adds the visit that the last visit agreed on, until it is held", () => {
    const set = { offsetMonths: 6, heldDate: "2026-05-30", nextVisitDue: "2026-09-01" };
    const open = dueVisits({ plan, visits: [set], today: "2026-10-01" }).at(-1);
    expect(open).toMatchObject({ offsetMonths: null, state: "late", daysLate: 30 });
    const held = dueVisits({
      plan,
      visits: [set, { offsetMonths: null, heldDate: "2026-09-03" }],
      today: "2026-10-01",
    }).at(-1);
    expect(held).toMatchObject({ state: "held", heldDate: "2026-09-03" });
  });
});
