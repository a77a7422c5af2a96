import { describe, expect, it } from "vitest";
import { type Attention, attentionOf, type Note } from "./responses";
import { aDistrict, aFacility, anAction, anInstruction, countsOf, today } from "./testing";

const fall = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9, 3, 4, 3, 2, 4, 3, 2, 3, 4, 3];
const signal = "signal:f:ANC4_COV";
const falling = { facilities: [aFacility()], cells: countsOf(fall) };
const note = (given: Partial<Note>): Note => ({
  id: "n",
  about: signal,
  date: "2026-11-01",
  until: "2026-12-01",
  reason: "waits for the budget",
  level: 3,
  ...given,
});
const keys = ({ open, waiting, came }: Attention) => ({
  open: open.map(({ entry }) => entry.key),
  waiting: waiting.map(({ entry }) => entry.key),
  came: came.map(({ key }) => key),
});

describe("what was done stays with the matter", () => {
  it.each([
    ["given yesterday: it waits", { date: "2026-11-20" }, [], [signal]],
    [
      "silent for a week: the instruction itself needs the governor",
      { date: "2026-11-10" },
      ["no_answer:i"],
      [signal],
    ],
    [
      "under way, and heard of 29 days ago: it waits",
      { date: "2026-09-01", status: "under_way", statusDate: "2026-10-23" },
      [],
      [signal],
    ],
    [
      "under way, and not heard of for 30 days: it is back",
      { date: "2026-09-01", status: "under_way", statusDate: "2026-10-22" },
      [signal],
      [],
    ],
    [
      "under way until a day that is yet to come: it waits",
      { date: "2026-09-01", status: "under_way", statusDate: "2026-10-01", due: "2026-12-31" },
      [],
      [signal],
    ],
    ["declined: it is back", { status: "declined", statusDate: "2026-11-20" }, [signal], []],
    [
      "done 29 days ago: counts cannot show it yet",
      { status: "done", statusDate: "2026-10-23" },
      [],
      [signal],
    ],
    [
      "done 30 days ago, and still falling: it is back",
      { status: "done", statusDate: "2026-10-22" },
      [signal],
      [],
    ],
  ] as const)("an instruction %s", (_title, given, open, waiting) => {
    const instructions = [anInstruction({ about: signal, ...given })];
    const found = attentionOf({ ...aDistrict({ instructions }, falling), notes: [] });
    expect(keys(found)).toEqual({ open, waiting, came: [] });
  });

  it("takes a late action off while an instruction on it is waiting, and brings it back when that was declined", () => {
    const actions = [anAction()];
    const of = (status: string) =>
      attentionOf({
        ...aDistrict({ actions, instructions: [anInstruction({ actionId: "a", status })] }),
        notes: [],
      });
    expect(keys(of("under_way"))).toEqual({ open: [], waiting: ["late_action:a"], came: [] });
    expect(of("declined").open).toMatchObject([
      { entry: { kind: "late_action" }, instructions: [{ id: "i" }] },
    ]);
  });

  it("says how many months since lie on the better side of the median", () => {
    const recovering = { ...falling, cells: countsOf([...fall.slice(0, 17), 9, 2, 3]) };
    const instructions = [
      anInstruction({ about: signal, date: "2026-07-20", status: "done", statusDate: "2026-08-01" }),
    ];
    const { open, came } = attentionOf({ ...aDistrict({ instructions }, recovering), notes: [] });
    expect([...open, ...came]).toHaveLength(0);
    const still = attentionOf({ ...aDistrict({ instructions }, falling), notes: [] });
    expect(still.open).toMatchObject([{ entry: { key: signal }, since: { k: 0, n: 3 } }]);
  });
});

describe("what was put off", () => {
  it.each([
    ["until its day", { until: "2026-11-22" }, []],
    ["comes back on its day", { until: today }, [signal]],
    ["comes back when it got worse", { level: 2 }, [signal]],
    ["says nothing of other matters", { about: "trust:f" }, [signal]],
  ] as const)("%s", (_title, given, open) => {
    const found = attentionOf({ ...aDistrict({}, falling), notes: [note(given)] });
    expect(keys(found).open).toEqual(open);
  });

  it("goes by the newest word", () => {
    const notes = [note({ until: today }), note({ until: "2027-01-01" })];
    expect(keys(attentionOf({ ...aDistrict({}, falling), notes })).open).toEqual([signal]);
  });
});

describe("what came of it", () => {
  it("lists matters that were acted on and have left, for 90 days, with what they became", () => {
    const done = anAction({ status: "done", statusDate: "2026-11-10" });
    const instructions = [
      anInstruction({
        id: "i1",
        actionId: "a",
        date: "2026-10-20",
        status: "done",
        statusDate: "2026-11-10",
      }),
      anInstruction({
        id: "i2",
        about: "trust:v",
        date: "2026-08-23",
        status: "done",
        statusDate: "2026-08-23",
      }),
      anInstruction({
        id: "i3",
        about: "trust:w",
        date: "2026-08-22",
        status: "done",
        statusDate: "2026-08-22",
      }),
      anInstruction({ id: "i4", status: "done", statusDate: "2026-11-01" }),
    ];
    const found = attentionOf({ ...aDistrict({ actions: [done], instructions }), notes: [] });
    expect(found.came).toMatchObject([
      { key: "late_action:a", outcome: { kind: "action", action: { status: "done" } } },
      { key: "trust:v", outcome: { kind: "gone" } },
    ]);
  });

  it("tells a service that recovered with its months since", () => {
    const back = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9, 3, 4, 3, 9, 4, 9, 9, 3, 9, 9];
    const instructions = [
      anInstruction({ about: signal, date: "2026-05-20", status: "done", statusDate: "2026-09-01" }),
    ];
    const watch = { ...falling, cells: countsOf(back) };
    const { came } = attentionOf({ ...aDistrict({ instructions }, watch), notes: [] });
    expect(came).toMatchObject([
      { key: signal, outcome: { kind: "series", series: { verdict: "ordinary" } } },
    ]);
    expect(came[0]?.outcome).toMatchObject({ since: { k: 4, n: 5 } });
  });
});
