import { describe, expect, it } from "vitest";
import type { FieldRecord } from "@/components/field/store-hooks";
import { actionViews, byUrgency, cellsOf, markOf, type ViewInput } from "./action-view";

const record = <T extends "action" | "problem" | "progress" | "confirmation">(
  type: T,
  id: string,
  fields: Partial<FieldRecord<T>["fields"]>,
  more: Partial<FieldRecord<T>> = {},
) =>
  ({
    id,
    type,
    place: "village",
    fields,
    versions: {},
    conflicts: {},
    deletedAt: null,
    state: "received",
    ...more,
  }) as FieldRecord<T>;
const action = (id: string, due?: string, problemId?: string) =>
  record("action", id, { planId: "plan", what: id, level: "village", due, problemId });
const report = (id: string, actionId: string, more: Partial<FieldRecord<"progress">["fields"]> = {}) =>
  record("progress", id, {
    actionId,
    status: "in_progress",
    date: "2026-11-01",
    office: "village_chief",
    ...more,
  });

const none: ViewInput = {
  actions: [],
  problems: [],
  reports: [],
  confirmations: [],
  mine: new Set(),
  today: "2026-11-21",
};
const only = (input: Partial<ViewInput>) => {
  const [view] = actionViews({ ...none, ...input });
  if (!view) throw new Error("no view");
  return view;
};

describe("actionViews", () => {
  it("takes the report of the latest day, and of one day what this phone has just written", () => {
    const written = report("b", "x", { status: "blocked" });
    const reports = [
      { ...written, state: "phone" as const },
      report("z", "x"),
      report("c", "x", { status: "done", date: "2026-10-01" }),
    ];
    expect(only({ actions: [action("x")], reports }).state.status).toBe("blocked");
  });

  it("keeps the action when its problem was deleted, and says so", () => {
    const problems = [
      record("problem", "p", { statement: "Road cut" }, { deletedAt: "2026-11-20T00:00:00Z" }),
      record("problem", "q", { statement: "Water" }),
    ];
    expect(only({ actions: [action("x", undefined, "p")], problems }).problem).toEqual({
      number: 0,
      statement: "Road cut",
      deleted: true,
    });
    expect(only({ actions: [action("x", undefined, "q")], problems }).problem?.number).toBe(1);
  });

  it("does not count a confirmation by the person or the office that reported", () => {
    const reports = [report("r", "x", { status: "done" })];
    const yes = (id: string, office: "village_chief" | "health_centre_head") =>
      record("confirmation", id, { progressId: "r", confirmed: true, date: "2026-11-02", office });
    const base = { actions: [action("x")], reports };
    expect(only({ ...base, confirmations: [yes("k", "village_chief")] }).state.confirmed).toBeNull();
    const byMe = { ...base, confirmations: [yes("k", "health_centre_head")] };
    expect(only({ ...byMe, mine: new Set(["r", "k"]) }).state.confirmed).toBeNull();
    expect(only({ ...byMe, mine: new Set(["k"]) }).state.confirmed).toBe(true);
  });
});

describe("what the list shows", () => {
  const views = actionViews({
    ...none,
    actions: [
      action("soon", "2026-11-25"),
      action("late", "2026-10-05"),
      action("done", "2026-01-01"),
      action("gone"),
    ],
    reports: [report("r", "done", { status: "done" }), report("s", "gone", { status: "dropped" })],
  });

  it("late comes on top of what was reported, dropped has no cell", () => {
    expect(views.map(markOf)).toEqual(["todo", "late", "done", "dropped"]);
    expect(cellsOf(views)).toEqual({ todo: 1, late: 1, done: 1 });
  });

  it("sorts the longest late first, then the next due", () => {
    expect(views.toSorted(byUrgency).map(({ id }) => id)).toEqual(["late", "done", "soon", "gone"]);
  });
});
