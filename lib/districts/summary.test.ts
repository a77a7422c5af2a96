import { describe, expect, it } from "vitest";
import type { ReviewedAction, ReviewedVillage } from "./review";
import { countActions, markOf, totalOf } from "./summary";

const today = "2026-11-21";
const action = (status: ReviewedAction["status"], due: string | null) => ({ status, due }) as ReviewedAction;
const village = { plan: { id: "p" } } as unknown as ReviewedVillage;

it("counts each action once; late wins; dropped stays in n", () => {
  const counts = countActions(
    [
      action("done", "2026-01-01"),
      action("in_progress", "2026-01-01"),
      action("in_progress", "2027-01-01"),
      action("blocked", null),
      action("not_started", null),
      action("dropped", "2026-01-01"),
    ],
    today,
  );
  expect(counts).toEqual({ done: 1, late: 1, doing: 1, blocked: 1, todo: 1, dropped: 1 });
  expect(totalOf(counts)).toBe(6);
});

describe("the one shape of a village", () => {
  it.each([
    ["late", [action("done", null), action("not_started", "2026-11-20")]],
    ["soon", [action("in_progress", "2026-11-30")]],
    ["done", [action("done", null), action("dropped", null)]],
    ["doing", [action("done", null), action("not_started", null)]],
    ["todo", [action("not_started", "2027-11-20")]],
    ["nodata", []],
  ] as const)("%s", (mark, actions) => {
    expect(markOf(village, actions, today)).toBe(mark);
  });

  it("is no data without a plan", () => {
    expect(markOf({ ...village, plan: null }, [action("done", null)], today)).toBe("nodata");
  });
});
