import { describe, expect, test } from "vitest";
import {
  byQuarter,
  decayBySection,
  forgotten,
  inOrderOfNeed,
  isDue,
  type Marks,
  missedLast,
  scoreOf,
  sectionScores,
  sessionUnderWay,
  verdictOf,
} from "./rules";

const item = (code: string, section: string, critical = false) => ({
  code,
  section,
  critical,
  text: { lo: code, en: code },
});
const list = {
  passPercent: 80,
  sections: ["birth", "resuscitation"].map((code) => ({ code, text: { lo: code, en: code } })),
  items: [
    item("a", "birth"),
    item("b", "birth"),
    item("c", "birth"),
    item("d", "resuscitation"),
    item("seal", "resuscitation", true),
  ],
};
const all: Marks = { a: "done", b: "done", c: "done", d: "done", seal: "done" };

describe("a score", () => {
  test.each([
    [{}, 0, 0, 5],
    [all, 5, 5, 0],
    [{ ...all, a: "na", b: "not_done" }, 3, 4, 0],
    [{ a: "done", gone: "not_done" }, 1, 1, 4],
    [{ ...all, a: null }, 4, 4, 1],
  ] as const)("%j is %i of %i, %i left", (marks, done, applicable, left) => {
    expect(scoreOf(list, marks)).toMatchObject({ done, applicable, left });
  });

  test.each([
    ["every item done", all, "passed"],
    ["80 of 100 is enough", { ...all, a: "not_done" }, "passed"],
    ["three of five is not", { ...all, a: "not_done", b: "not_done" }, "failed"],
    ["what does not apply is left out of the whole", { ...all, a: "na", b: "not_done" }, "failed"],
    ["a critical item fails whatever the rest says", { ...all, seal: "not_done" }, "failed"],
    ["and at once", { seal: "not_done" }, "failed"],
    ["a critical item that does not apply fails nothing", { ...all, seal: "na" }, "passed"],
    ["with a mark missing nothing is said", { ...all, seal: null }, "open"],
    ["nor when nothing applies", { a: "na", b: "na", c: "na", d: "na", seal: "na" }, "open"],
  ] as const)("%s", (_, marks, verdict) => {
    expect(verdictOf(list, marks)).toBe(verdict);
  });

  test("another pass mark, another verdict", () => {
    const marks = { ...all, a: "not_done" } as const;
    expect(verdictOf({ ...list, passPercent: 81 }, marks)).toBe("failed");
  });

  test("by section", () => {
    const [birth, resuscitation] = sectionScores(list, { a: "done", b: "na", seal: "not_done" });
    expect(birth).toMatchObject({ code: "birth", done: 1, applicable: 1, left: 1 });
    expect(resuscitation).toMatchObject({ done: 0, applicable: 1, left: 1 });
    expect(resuscitation?.critical.map(({ code }) => code)).toEqual(["seal"]);
  });
});

describe("between two quarters", () => {
  const now: Marks = { ...all, seal: "not_done", d: "na", a: "not_done" };
  const before: Marks = { ...all, a: "not_done" };
  test("forgotten is what was done then and is not now", () => {
    expect(forgotten(list.items, before, now).map(({ code }) => code)).toEqual(["seal"]);
    expect(missedLast(list.items, before).map(({ code }) => code)).toEqual(["a"]);
  });

  test("by step, over items marked both times", () => {
    expect(decayBySection(list, [{ before, now }])).toEqual([
      { code: "birth", n: 3, before: 2, now: 2, forgotten: 0 },
      { code: "resuscitation", n: 1, before: 1, now: 0, forgotten: 1 },
    ]);
    expect(decayBySection(list, [])[0]).toMatchObject({ n: 0, forgotten: 0 });
  });

  test("the newest of a quarter stands for it", () => {
    const times = ["2026-08-20", "2026-05-02", "2026-08-21"].map((date) => ({ date }));
    expect(byQuarter(times)).toEqual([
      { quarter: 20262, assessment: { date: "2026-05-02" } },
      { quarter: 20263, assessment: { date: "2026-08-21" } },
    ]);
  });
});

describe("who is due", () => {
  test.each([
    ["active", [], true],
    ["active", ["2026-09-30"], true],
    ["active", ["2026-10-01"], false],
    ["on_leave", [], false],
    ["replaced", [], false],
    ["left", [], false],
  ] as const)("%s, scored on %j: %s", (status, dates, due) => {
    expect(isDue(status, dates, "2026-11-22")).toBe(due);
  });

  test("critical first, then due, then the rest; by name, never by score", () => {
    const one = (name: string, more: object) => ({
      name,
      status: "active" as const,
      verdict: null,
      criticalMissed: 0,
      due: false,
      ...more,
    });
    const names = inOrderOfNeed([
      one("a left", { status: "left" }),
      one("b scored", { criticalMissed: 2 }),
      one("d due", { due: true }),
      one("c due", { due: true, verdict: "failed" }),
      one("e critical", { due: true, criticalMissed: 1 }),
    ]).map(({ name }) => name);
    expect(names).toEqual(["e critical", "c due", "d due", "b scored", "a left"]);
  });
});

test.each([
  ["2026-11-20", "2026-11-21", true],
  ["2026-11-14", "2026-11-15", true],
  ["2026-11-13", "2026-11-14", false],
  ["2026-11-15", null, true],
  ["2026-11-23", null, false],
] as const)("a session from %s to %s is under way on 22 November: %s", (startDate, endDate, is) => {
  const older = { startDate: "2026-08-01", endDate: "2026-08-02" };
  expect(sessionUnderWay([older, { startDate, endDate }], "2026-11-22") !== null).toBe(is);
});
