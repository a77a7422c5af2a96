import { describe, expect, it } from "vitest";
import { attentionList, daysLateOf } from "./attention";
import type { DistrictReview, ReviewedAction, ReviewedInstruction } from "./review";

const today = "2026-11-21";
const action = (given: Partial<ReviewedAction>): ReviewedAction => ({
  id: "a",
  villageId: "v",
  planId: "p",
  what: "bridge",
  level: "district",
  lead: "district_public_works",
  due: "2026-10-01",
  status: "in_progress",
  statusDate: null,
  blocker: null,
  problem: null,
  problemNumber: null,
  confirmed: null,
  hasPhoto: false,
  ...given,
});
const instruction = (given: Partial<ReviewedInstruction>): ReviewedInstruction => ({
  id: "i",
  actionId: null,
  villageId: "v",
  toOffice: "district_public_works",
  text: "report",
  date: "2026-11-20",
  due: null,
  delivery: "account",
  status: "given",
  statusDate: null,
  ...given,
});
const review = (given: Partial<DistrictReview>): DistrictReview => ({
  villages: [],
  boundary: null,
  escalation: { from: "2000-01-01", healthCentreDays: 14, governorDays: 30 },
  actions: [],
  instructions: [],
  promises: [],
  ...given,
});

describe("days late", () => {
  it.each([
    ["2026-11-20", "in_progress", 1],
    ["2026-11-21", "in_progress", 0],
    ["2026-10-01", "done", 0],
    ["2026-10-01", "dropped", 0],
    ["2026-10-01", "blocked", 51],
    [null, "not_started", 0],
  ] as const)("due %s and %s is %i days", (due, status, days) => {
    expect(daysLateOf({ due, status }, today)).toBe(days);
  });
});

describe("attention list", () => {
  it.each([
    ["30 days late comes up to the governor", { due: "2026-10-22" }, 1],
    ["29 days late stays with the district's offices", { due: "2026-10-23" }, 0],
    ["done is nobody's concern", { status: "done" }, 0],
  ] as const)("%s", (_title, given, n) => {
    expect(attentionList(review({ actions: [action(given)] }), today)).toHaveLength(n);
  });

  it.each([
    [20, 0],
    [19, 1],
  ])("follows the programme's number of days: %i", (governorDays, n) => {
    const escalation = { from: "2026-01-01", healthCentreDays: 5, governorDays };
    const actions = [action({ due: "2026-11-02" })];
    expect(attentionList(review({ actions, escalation }), today)).toHaveLength(n);
  });

  it("takes a late action off while an instruction on it is waiting, and brings it back when that was declined", () => {
    const actions = [action({})];
    const pending = instruction({ actionId: "a", status: "under_way" });
    expect(attentionList(review({ actions, instructions: [pending] }), today)).toHaveLength(0);
    const declined = instruction({ actionId: "a", status: "declined" });
    expect(attentionList(review({ actions, instructions: [declined] }), today)).toMatchObject([
      { kind: "late_action" },
    ]);
  });

  it.each([
    ["no answer for 7 days", { date: "2026-11-14" }, 1],
    ["no answer for 6 days", { date: "2026-11-15" }, 0],
    ["told, but its own date has passed", { status: "told", due: "2026-11-20" }, 1],
    ["done after its date", { status: "done", due: "2026-11-20" }, 0],
  ] as const)("instruction: %s", (_title, given, n) => {
    expect(attentionList(review({ instructions: [instruction(given)] }), today)).toHaveLength(n);
  });

  it("counts only the district's own promises, past their date and not kept", () => {
    const promise = {
      id: "c",
      villageId: "v",
      party: "district",
      text: "road",
      due: "2026-11-01",
      kept: null,
    } as const;
    const promises = [
      promise,
      { ...promise, party: "village" },
      { ...promise, kept: "kept" as const },
      { ...promise, due: "2026-12-01" },
    ];
    expect(attentionList(review({ promises }), today)).toMatchObject([{ kind: "promise", daysLate: 20 }]);
  });

  it("orders by kind, then the longest first", () => {
    const actions = [action({ id: "short", due: "2026-10-20" }), action({ id: "long", due: "2026-01-01" })];
    const list = attentionList(
      review({ actions, instructions: [instruction({ date: "2026-11-01" })] }),
      today,
    );
    expect(list.map((entry) => (entry.kind === "late_action" ? entry.action.id : entry.kind))).toEqual([
      "long",
      "short",
      "no_answer",
    ]);
  });
});
