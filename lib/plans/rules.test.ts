import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryOver } from "./carry-over";
import { planReadiness } from "./readiness";
import { actionState, type ProgressReport } from "./rules";
import { type ActionStatus, actionStatuses, offices } from "./schema";
import { summarisePlan } from "./summary";

const report = (status: ActionStatus, more: Partial<ProgressReport> = {}): ProgressReport => ({
  id: `r-${status}`,
  status,
  date: "2026-10-01",
  office: "village_chief",
  by: "chief",
  ...more,
});
const today = "2026-11-21";
const stateOf = (due: string | null, ...reports: ProgressReport[]) =>
  actionState({ action: { due }, reports, today });

describe("actionState", () => {
  it.each([
    ["2026-10-05", "not_started", "late", 47, null],
    ["2026-10-05", "in_progress", "late", 47, null],
    ["2026-10-05", "blocked", "late", 47, null],
    ["2026-10-05", "done", "done", 0, null],
    ["2026-10-05", "dropped", "dropped", 0, null],
    ["2026-11-20", "in_progress", "late", 1, null],
    ["2026-11-21", "in_progress", "soon", 0, 0],
    ["2026-11-30", "in_progress", "soon", 0, 9],
    ["2026-12-05", "not_started", "soon", 0, 14],
    ["2026-12-06", "not_started", "not_started", 0, 15],
    ["2026-12-31", "blocked", "blocked", 0, 40],
    [null, "in_progress", "in_progress", 0, null],
  ] as const)("due %s and %s is shown as %s", (due, status, shown, daysLate, daysLeft) => {
    expect(stateOf(due, report(status))).toMatchObject({ status, shown, daysLate, daysLeft });
  });

  it("believes the report received last, whatever its date says", () => {
    const state = stateOf(
      null,
      report("done", { date: "2026-11-01" }),
      report("blocked", { date: "2026-01-01" }),
    );
    expect(state).toMatchObject({ status: "blocked", lastReport: { date: "2026-01-01" } });
    expect(stateOf(null)).toMatchObject({ status: "not_started", lastReport: null, confirmed: null });
  });

  it("counts a confirmation of the last report only, by another person of another office", () => {
    const reports = [report("done", { id: "one" })];
    const confirmed = (...confirmations: NonNullable<Parameters<typeof actionState>[0]["confirmations"]>) =>
      actionState({ action: { due: null }, reports, confirmations, today }).confirmed;
    const nurse = { progressId: "one", confirmed: true, office: "health_centre_head", by: "nurse" } as const;
    expect(confirmed(nurse)).toBe(true);
    expect(confirmed({ ...nurse, by: "chief" })).toBeNull();
    expect(confirmed({ ...nurse, office: "village_chief" })).toBeNull();
    expect(confirmed({ ...nurse, progressId: "older" })).toBeNull();
    expect(confirmed(nurse, { ...nurse, confirmed: false })).toBe(false);
    expect(confirmed(nurse, { ...nurse, confirmed: false, by: "chief" })).toBe(true);
  });
});

describe("escalation", () => {
  it("shows a late action to its levels and a done one to nobody", () => {
    expect(stateOf("2026-10-05", report("blocked")).escalatedTo).toEqual([
      "health_centre_head",
      "district_governor",
    ]);
    expect(stateOf("2026-10-05", report("done")).escalatedTo).toEqual([]);
  });
});

describe("summarisePlan", () => {
  it("counts each action once and by level", () => {
    const actions = [
      { level: "village" as const, state: stateOf("2026-09-30", report("done")) },
      { level: "district" as const, state: stateOf("2026-10-05", report("in_progress")) },
      { level: "district" as const, state: stateOf(null, report("dropped")) },
      { level: "hc" as const, state: stateOf("2027-01-31") },
    ];
    const summary = summarisePlan(actions);
    expect(summary).toMatchObject({ total: 4, done: 1, late: 1, confirmed: 0 });
    expect(summary.byShown).toMatchObject({ done: 1, late: 1, dropped: 1, not_started: 1, in_progress: 0 });
    expect(summary.byLevel.district).toEqual({ total: 2, done: 0, late: 1 });
  });

  it("adds up whatever the plan holds", () => {
    const action = fc.record({
      level: fc.constantFrom("village" as const, "hc" as const, "district" as const, "province" as const),
      status: fc.constantFrom(...actionStatuses),
      due: fc.option(fc.constantFrom("2026-01-31", "2026-11-21", "2026-11-25", "2027-06-30")),
    });
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const summary = summarisePlan(
          actions.map(({ level, status, due }) => ({ level, state: stateOf(due, report(status)) })),
        );
        expect(Object.values(summary.byShown).reduce((a, b) => a + b, 0)).toBe(actions.length);
        expect(Object.values(summary.byLevel).reduce((a, { total }) => a + total, 0)).toBe(actions.length);
        expect(summary.byShown.done).toBe(summary.done);
        expect(summary.byShown.late).toBe(summary.late);
      }),
    );
  });
});

describe("carryOver", () => {
  const old = (id: string, status: ActionStatus) => ({
    id,
    action: {
      planId: "old",
      what: `ກິດຈະກຳ ${id}`,
      level: "village" as const,
      lead: offices[0],
      problemId: "p",
      due: "2026-05-01",
      costKip: 500_000,
    },
    state: stateOf("2026-05-01", report(status)),
  });

  it("takes what is unfinished, without its old date and problem", () => {
    const carried = carryOver([
      old("a", "done"),
      old("b", "blocked"),
      old("c", "dropped"),
      old("d", "in_progress"),
    ]);
    expect(carried.map(({ action, status }) => [action.carriedFromId, status])).toEqual([
      ["b", "blocked"],
      ["d", "in_progress"],
    ]);
    expect(carried[0]).toMatchObject({
      previousDue: "2026-05-01",
      action: { due: null, problemId: null, costKip: 500_000, lead: "village_chief" },
    });
    expect(carried[0]?.action).not.toHaveProperty("planId");
  });

  it("does nothing the second time", () => {
    const previous = [old("b", "blocked"), old("d", "in_progress")];
    const first = carryOver(previous);
    const ids = new Set(first.map(({ action }) => action.carriedFromId as string));
    expect(carryOver(previous, ids)).toEqual([]);
  });
});

describe("planReadiness", () => {
  const good = {
    id: "a",
    problemId: "p1",
    lead: offices[0],
    start: "2026-01-01",
    due: "2026-03-01",
    costKip: null,
    fundSource: null,
  };
  const problems = [
    { id: "p1", rank: 1 },
    { id: "p9", rank: 9 },
  ];
  const failingOf = (actions: Parameters<typeof planReadiness>[0]["actions"], list = problems) => {
    const { ready, checks } = planReadiness({ actions, problems: list });
    return { ready, failing: checks.filter(({ ok }) => !ok).map(({ check, failing }) => [check, failing]) };
  };

  it.each([
    ["good", good, true, []],
    [
      "no problem",
      { ...good, problemId: null },
      false,
      [
        ["answers_problem", ["a"]],
        ["top_problems_answered", ["p1"]],
      ],
    ],
    [
      "a problem of elsewhere",
      { ...good, problemId: "px" },
      false,
      [
        ["answers_problem", ["a"]],
        ["top_problems_answered", ["p1"]],
      ],
    ],
    ["no lead", { ...good, lead: null }, false, [["has_lead", ["a"]]]],
    ["no date", { ...good, due: null }, false, [["has_due", ["a"]]]],
    ["due before it starts", { ...good, due: "2025-12-31" }, false, [["due_after_start", ["a"]]]],
    ["cost without a source", { ...good, costKip: 1000 }, true, [["cost_has_source", ["a"]]]],
    ["a top problem unanswered", { ...good, problemId: "p9" }, true, [["top_problems_answered", ["p1"]]]],
  ])("%s", (_, action, ready, failing) => {
    expect(failingOf([action])).toEqual({ ready, failing });
  });

  it("is not ready without actions", () => {
    expect(failingOf([], [])).toEqual({ ready: false, failing: [["has_actions", []]] });
  });
});
