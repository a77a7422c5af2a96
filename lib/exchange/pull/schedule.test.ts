import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { startClockAt } from "@/lib/clock";
import { districtThatReports } from "@/lib/indicators/testing";
import { pullOverview } from "./queries";
import { askPull, stopPull } from "./run-commands";
import { pullDue } from "./runner";
import { administratorWith, pullsOf } from "./testing-pulls";

const at = districtThatReports();
const pulls = pullsOf(at);
afterAll(() => closeDatabase());

describe("several servers, and those that stop", () => {
  it("one pulls at a time", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1" });
    await askPull(pulls.admin, { runId: randomUUID(), kind: "hand" });
    await expect(askPull(pulls.admin, { runId: randomUUID(), kind: "hand" })).rejects.toMatchObject({
      code: "stale",
    });
    const counts = await Promise.all([1, 2, 3].map(() => pullDue(pulls.tools)));
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    expect(pulls.dhis2.asked).toHaveLength(1);
  });

  it("a run whose server stopped goes on elsewhere where it was; what the first still gets it does not write", async () => {
    pulls.give(202610, { value: "7" });
    pulls.give(202609, { value: "5" });
    await pulls.set();
    const runId = randomUUID();
    await askPull(pulls.admin, { runId, kind: "hand" });
    let stopped = () => {};
    const reached = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    let goOn = () => {};
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    pulls.dhis2.plan("well", "down");
    const wait = () => {
      stopped();
      return paused;
    };
    const first = pullDue({ ...pulls.tools, wait });
    await reached;
    expect(await pullDue(pulls.tools), "it is held").toBe(0);
    await at.db.owner`update value_pull_runs set held_until = now() - interval '1 second'`;
    expect(await pullDue(pulls.tools)).toBe(1);
    expect(pulls.periods()).toEqual(["202610", "202609", "202609"]);
    goOn();
    await first;
    expect(await pulls.journalOf(runId)).toMatchObject({ state: "done", done: 2, changed: 2 });
    expect(pulls.dhis2.asked).toHaveLength(3);
  });

  it("stopped by a person while it waits, it asks no more", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1" });
    const runId = randomUUID();
    await askPull(pulls.admin, { runId, kind: "hand" });
    pulls.dhis2.plan("busy");
    expect(await pullDue({ ...pulls.tools, wait: () => stopPull(pulls.admin, { runId }) })).toBe(1);
    expect(await pulls.journalOf(runId)).toMatchObject({ state: "stopped", done: 0 });
    expect(pulls.dhis2.asked).toHaveLength(1);
    expect(await pulls.kept()).toEqual([]);
  });

  it("stopped between reading and writing, it does not ask again", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1" });
    const trial = await pulls.ask("trial");
    await at.db.owner`update value_pull_runs set state = 'running', kind = 'hand', held_until = now()`;
    await at.db.owner`update value_pull_parts set state = 'waiting'`;
    await pullDue(pulls.tools);
    expect(await pulls.journalOf(trial.id)).toMatchObject({ state: "done", changed: 1 });
    expect(pulls.dhis2.asked).toHaveLength(1);
    expect(await pulls.kept()).toEqual([["ANC1", 202610, 7]]);
  });
});

describe("the clock", () => {
  it.each([
    ["daily", 1, 3, "2026-11-22T19:59:00Z", "2026-11-21T20:00:00Z"],
    ["daily", 1, 3, "2026-11-22T20:00:00Z", "2026-11-22T20:00:00Z"],
    ["monthly", 10, 0, "2026-11-09T16:59:00Z", "2026-10-09T17:00:00Z"],
    ["monthly", 10, 0, "2026-11-09T17:00:00Z", "2026-11-09T17:00:00Z"],
    ["monthly", 28, 23, "2026-03-01T00:00:00Z", "2026-02-28T16:00:00Z"],
  ])("%s on %i at %i: at %s it was last due at %s", async (rhythm, day, hour, when, wanted) => {
    const [row] = await at.db
      .owner`select pull_slot(${rhythm}, ${day}, ${hour}, ${when}::timestamptz) as slot`;
    expect(row?.slot).toEqual(new Date(wanted));
  });

  it("takes each hour once, not one that lay before it was switched on, and makes up for one that was missed", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1", active: "on" });
    expect(await pullDue(pulls.tools), "at three it was off").toBe(0);
    startClockAt("2026-11-22T20:00:00Z");
    expect(await pullDue(pulls.tools)).toBe(1);
    expect(await pullDue(pulls.tools)).toBe(0);
    startClockAt("2026-11-25T09:00:00Z");
    expect(await pullDue(pulls.tools)).toBe(1);
    const { runs } = await pullOverview(pulls.admin);
    expect(runs.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["schedule done", "schedule done"]);
    await pulls.set({ months: "1" });
    startClockAt("2026-11-29T09:00:00Z");
    expect(await pullDue(pulls.tools), "switched off").toBe(0);
  });

  it("stops when whoever set it up is no administrator any more", async () => {
    await pulls.set({ months: "1", active: "on" });
    await at.db.owner`update assignments set to_date = '2026-01-01' where user_id = ${pulls.admin.userId}`;
    startClockAt("2026-11-22T20:00:00Z");
    expect(await pullDue(pulls.tools)).toBe(1);
    const other = await administratorWith(at.db.owner);
    const { runs } = await pullOverview(other);
    expect(runs[0]).toMatchObject({ state: "stopped", problem: "not_administrator" });
    expect(pulls.dhis2.asked).toEqual([]);
  });
});
