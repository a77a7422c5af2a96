import { describe, expect, it } from "vitest";
import { daysLateOf } from "@/lib/districts/summary";
import type { Entry } from "./entries";
import { allEntries, ranked } from "./rules";
import type { Kind } from "./schema";
import { stepOf } from "./steps";
import { aDistrict, anAction, anInstruction, aVillage, today } from "./testing";

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

describe("what is listed", () => {
  it.each([
    ["30 days late comes up to the governor", { due: "2026-10-22" }, 1],
    ["29 days late stays with the district's offices", { due: "2026-10-23" }, 0],
    ["done is nobody's concern", { status: "done" }, 0],
  ] as const)("action: %s", (_title, given, n) => {
    expect(allEntries(aDistrict({ actions: [anAction(given)] }))).toHaveLength(n);
  });

  it.each([
    [20, 0],
    [19, 1],
  ])("follows the programme's number of days: %i", (governorDays, n) => {
    const escalation = { from: "2026-01-01", healthCentreDays: 5, governorDays };
    const actions = [anAction({ due: "2026-11-02" })];
    expect(allEntries(aDistrict({ actions, escalation }))).toHaveLength(n);
  });

  it.each([
    ["no answer for 7 days", { date: "2026-11-14" }, 1],
    ["no answer for 6 days", { date: "2026-11-15" }, 0],
    ["told, but its own date has passed", { status: "told", due: "2026-11-20" }, 1],
    ["done after its date", { status: "done", due: "2026-11-20" }, 0],
  ] as const)("instruction: %s", (_title, given, n) => {
    expect(allEntries(aDistrict({ instructions: [anInstruction(given)] }))).toHaveLength(n);
  });

  it("what villagers say of an action reported done, with who leads it; more answers are worse", () => {
    const done = anAction({ status: "done", lead: "district_public_works" });
    const said = {
      actionId: done.id,
      what: done.what,
      villageId: done.villageId,
      nameLo: null,
      nameEn: null,
    };
    const contradiction = { ...said, statusDate: "2026-11-01", notDone: 3, all: 4, latest: "2026-11-20" };
    const given = aDistrict({ actions: [done] }, { contradictions: [contradiction] });
    const [entry] = allEntries(given);
    expect(entry).toMatchObject({
      kind: "contradiction",
      key: `contradiction:${done.id}`,
      who: "district_public_works",
      gravity: 3,
      level: 3,
    });
    expect(stepOf(entry as Entry, "LA1101").href).toContain(`action=${done.id}`);
  });

  it("only the district's own promises, past their date and not kept", () => {
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
    expect(allEntries(aDistrict({ promises }))).toMatchObject([{ kind: "promise", daysLate: 20 }]);
  });

  it.each([
    ["late", "visit"],
    ["soon", "visit_due"],
  ] as const)("a visit that is %s", (state, kind) => {
    const visit = {
      offsetMonths: 3,
      dueDate: "2026-11-10",
      heldDate: null,
      state,
      daysLate: 11,
      daysLeft: 0,
    };
    const held = { ...visit, state: "held" as const };
    const villages = [aVillage({ visits: [visit, held] })];
    expect(allEntries(aDistrict({ villages }))).toMatchObject([{ kind, key: `${kind}:v:2026-11-10` }]);
  });
});

describe("the rule of the order", () => {
  const entry = (kind: Kind, gravity: number) => ({ kind, gravity, key: `${kind}:${gravity}` }) as Entry;
  const named = (entries: readonly Entry[]) => ranked(entries).map(({ key }) => key);

  it("takes the gravest of each kind first, then all others in the same order", () => {
    const all = [
      entry("visit", 90),
      entry("late_action", 31),
      entry("late_action", 200),
      entry("signal", 9),
      entry("late_action", 60),
      entry("report", 12),
      entry("visit", 4),
    ];
    expect(named(all)).toEqual([
      "late_action:200",
      "signal:9",
      "report:12",
      "visit:90",
      "late_action:60",
      "late_action:31",
      "visit:4",
    ]);
  });

  it("keeps visits that are not late yet behind everything", () => {
    expect(named([entry("visit_due", -1), entry("promise", 3), entry("promise", 5)])).toEqual([
      "promise:5",
      "promise:3",
      "visit_due:-1",
    ]);
  });

  it("is the same whatever the order of the records", () => {
    const all = [entry("trust", 1), entry("no_answer", 8), entry("no_answer", 9), entry("signal", 7)];
    expect(named([...all].reverse())).toEqual(named(all));
  });
});

describe("the programme's own dates", () => {
  const dialogue = {
    id: "d",
    date: "2026-08-01",
    chair: "district_governor",
    decisions: null,
    nextDate: "2026-11-01",
  } as const;
  it.each([
    ["its agreed date passed without a record", {}, 20],
    ["today is its day", { nextDate: today }, null],
    ["no next date was agreed", { nextDate: null }, null],
  ] as const)("dialogue: %s", (_title, given, daysLate) => {
    const entries = allEntries(aDistrict({}, { dialogue: { ...dialogue, ...given } }));
    expect(entries).toMatchObject(
      daysLate === null ? [] : [{ kind: "dialogue", daysLate, who: "district_governor", level: 0 }],
    );
  });

  it("late steps of mentorship are one matter for each facility, as late as actions must be", () => {
    const step = (facilityId: string | null, due: string, ofMentee = true) => ({ facilityId, due, ofMentee });
    const mentorSteps = [
      step("f", "2026-10-01"),
      step("f", "2026-10-22", false),
      step("f", "2026-10-23"),
      step(null, "2026-09-01", false),
      step("g", "2026-11-01"),
    ];
    const entries = allEntries(aDistrict({}, { mentorSteps }));
    expect(entries).toMatchObject([
      { kind: "mentor_step", facilityId: null, late: 1, ofMentees: 0, daysLate: 81 },
      { kind: "mentor_step", facilityId: "f", late: 2, ofMentees: 1, daysLate: 51 },
    ]);
    expect(stepOf(entries[1] as Entry, "LA1").href).toContain("about=mentor_step%3Af");
  });
});
