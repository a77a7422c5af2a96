import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { startClockAt } from "@/lib/clock";
import { districtThatReports, writeReport } from "@/lib/indicators/testing";
import { undoImport } from "../import-commands";
import { MeaningForm } from "../mapping";
import { rememberId } from "../mapping-commands";
import { valueImportPage } from "../queries";
import { makeFacility } from "../testing-imports";
import { askLimits } from "./ask";
import { pullOverview, pullRunPage } from "./queries";
import { askPull, resumePull } from "./run-commands";
import { pullDue } from "./runner";
import { setPull } from "./setting-commands";
import { type Dhis2Value, type TestDhis2, testDhis2 } from "./testing-dhis2";
import { administratorWith, pullForm } from "./testing-pulls";

const at = districtThatReports();
afterAll(() => closeDatabase());
let dhis2: TestDhis2;
let admin: Actor;
let code: string;
const unit = "DiszpKrYNg8";
const waits: number[] = [];
const tools = { wait: async (ms: number) => void waits.push(ms), random: () => 0 };

beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two letters at least"));
beforeEach(async () => {
  vi.stubEnv("DHIS2_ON_THIS_MACHINE", "true");
  startClockAt("2026-11-22T01:00:00Z");
  waits.length = 0;
  dhis2 = await testDhis2();
  await at.db
    .owner`truncate value_pulls, value_pull_runs, value_pull_parts, value_imports, external_ids cascade`;
  admin = await administratorWith(at.db.owner);
  code = `HC${randomUUID().slice(0, 6)}`;
  await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
});
afterEach(() => dhis2.close());

const give = (period: number, ...values: Partial<Dhis2Value>[]) =>
  dhis2.values.set(
    `${period} ${unit}`,
    values.map((one) => ({ dataElement: "ANC1", orgUnit: code, value: "1", ...one })),
  );
const set = (over: Parameters<typeof pullForm>[1] = {}) => setPull(admin, pullForm(dhis2.address, over));
async function ask(kind: "hand" | "trial" = "hand") {
  const runId = randomUUID();
  await askPull(admin, { runId, kind });
  await pullDue(tools);
  return journalOf(runId);
}
async function journalOf(runId: string) {
  const run = await pullRunPage(admin, runId);
  if (!run) throw new Error("no run");
  return run;
}
const kept = async () => [
  ...(await at.db.owner`
    select e.code, d.period, d.value from data_values d join data_elements e on e.number = d.element_number
    where d.district_id = ${at.here.districtId} order by d.period, e.number`.values()),
];
const periods = () => dhis2.asked.map(({ query }) => query.get("period"));

describe("a run", () => {
  it("asks month by month as DHIS2 documents, and writes through the import that can be taken back", async () => {
    give(202610, { value: "7" }, { dataElement: "ANC4", value: "3" });
    give(202609, { value: "5" });
    await set();
    const run = await ask();
    expect(run).toMatchObject({ state: "done", parts: 2, done: 2, changed: 3, problem: null });
    expect(await kept()).toEqual([
      ["ANC1", 202609, 5],
      ["ANC1", 202610, 7],
      ["ANC4", 202610, 3],
    ]);
    expect(dhis2.asked.map(({ path, query }) => `${path}?${query}`)).toEqual(
      [202610, 202609].map(
        (period) =>
          `/api/dataValueSets.json?dataSet=BfMAe6Itzgt&orgUnit=${unit}&children=true&period=${period}&includeDeleted=true&orgUnitIdScheme=code&dataElementIdScheme=code`,
      ),
    );
    const [changes] = await at.db.owner`
      select count(*)::int as n from changes c join value_imports i on i.id = c.subject_id where c.kind = 'valueImport.record'`;
    expect(changes?.n).toBe(2);
    await undoImport(admin, String(run.list[0]?.importId));
    expect(await kept()).toEqual([["ANC1", 202609, 5]]);
  });

  it("the second time changes nothing and leaves no import behind; what DHIS2 deleted goes", async () => {
    give(202610, { value: "7" }, { dataElement: "ANC4", value: "3" });
    await set();
    await ask();
    const again = await ask();
    expect(again.list[0]).toMatchObject({ counts: { unchanged: 2 }, importId: null });
    expect(await at.db.owner`select 1 from value_imports`).toHaveLength(1);
    give(202610, { value: "8" }, { dataElement: "ANC4", value: "3", deleted: true });
    expect((await ask()).list[0]?.counts).toMatchObject({ updated: 1, deleted: 1 });
    expect(await kept()).toEqual([["ANC1", 202610, 8]]);
  });

  it("only adds, when only that was allowed, whatever the server says", async () => {
    give(202610, { value: "7" });
    await set({ strategy: "CREATE", months: "1" });
    await ask();
    give(202610, { value: "9", deleted: true });
    expect((await ask()).list[0]?.counts).toMatchObject({ notAsked: 1 });
    expect(await kept()).toEqual([["ANC1", 202610, 7]]);
  });

  it("never replaces what somebody verified", async () => {
    await writeReport(at, at.reporter, { period: 202610, "value.ANC1": 4 });
    await at.db.owner`update data_values set status = 2 where district_id = ${at.here.districtId}`;
    await at.db.owner`update places set code = ${`t${code}`} where id = ${at.village}`;
    give(202610, { orgUnit: `t${code}`, value: "9" });
    await set({ months: "1" });
    const { list } = await ask();
    expect(list[0]?.counts).toMatchObject({ updated: 0, conflictRows: 1 });
    expect(await kept()).toContainEqual(["ANC1", 202610, 4]);
  });

  it("tried, it says what would come and writes nothing", async () => {
    give(202610, { value: "7" });
    await set({ months: "1" });
    const { list, changed } = await ask("trial");
    expect(changed).toBe(1);
    expect(await valueImportPage(admin, String(list[0]?.importId))).toMatchObject({ status: "read" });
    expect(await kept()).toEqual([]);
    const again = await ask("trial");
    expect(await at.db.owner`select id from value_imports`).toEqual([{ id: again.list[0]?.importId }]);
  });

  it("unknown ids wait for a person, beside what was written; the next run has their values", async () => {
    give(202610, { value: "7" }, { dataElement: "s46m5MS0hxu", value: "2" });
    await set({ months: "1" });
    const { list } = await ask();
    expect(list[0]?.counts).toMatchObject({ imported: 1, unknown: 1 });
    const importId = String(list[0]?.importId);
    const [element] = await at.db.owner`select number from data_elements where code = 'ANC4'`;
    const meaning = { kind: "element", externalId: "s46m5MS0hxu", meaning: `element:${element?.number}` };
    await rememberId(admin, MeaningForm.parse({ importId, ...meaning }));
    expect((await valueImportPage(admin, importId))?.ids).toEqual([]);
    expect((await ask()).list[0]?.counts).toMatchObject({ imported: 1, unchanged: 1, unknown: 0 });
  });
});

describe("misfortunes", () => {
  it("busy, down and cut are asked again, each time later; as late as the server wishes", async () => {
    give(202610, { value: "7" });
    await set({ months: "1" });
    dhis2.plan("busy", "down", "cut");
    const run = await ask();
    expect(run).toMatchObject({ state: "done", changed: 1 });
    expect(run.list[0]).toMatchObject({ tries: 4, httpStatus: 200, problem: null });
    expect(waits.map((ms) => Math.round(ms / 1000))).toEqual([7, 20, 80]);
  });

  it("after five tries the run ends, with the parts that were done; going on begins at the first that was not", async () => {
    give(202610, { value: "7" });
    give(202609, { value: "5" });
    await set();
    dhis2.plan("well", "down", "down", "down", "down", "down");
    const run = await ask();
    expect(run).toMatchObject({ state: "failed", problem: "server", done: 1 });
    expect(run.list[1]).toMatchObject({
      state: "failed",
      tries: 5,
      httpStatus: 503,
      detail: "Being restarted",
    });
    dhis2.asked.length = 0;
    await resumePull(admin, { runId: run.id });
    await pullDue(tools);
    expect(await journalOf(run.id)).toMatchObject({ state: "done", done: 2, problem: null });
    expect(periods()).toEqual(["202609"]);
  });

  it.each([
    ["unauthorised", "unauthorised", 401],
    ["forbidden", "forbidden", 403],
    ["missing", "not_found", 404],
    ["conflict", "refused", 409],
    ["elsewhere", "redirect", 302],
    ["signInPage", "not_data", 200],
  ] as const)("%s: a person mends it, nothing more is asked", async (misfortune, problem, httpStatus) => {
    await set();
    dhis2.plan(misfortune);
    const run = await ask();
    expect(run).toMatchObject({ state: "stopped", problem });
    expect(run.list[0]).toMatchObject({ state: "failed", tries: 1, httpStatus });
    expect(dhis2.asked).toHaveLength(1);
    expect(await at.db.owner`select 1 from value_imports`).toHaveLength(0);
  });

  it("an answer too large or broken is left out, the others are read", async () => {
    give(202609, { value: "5" });
    await set({ months: "3" });
    dhis2.plan("bomb", "well", "broken");
    const runId = randomUUID();
    await askPull(admin, { runId, kind: "hand" });
    await pullDue({ ...tools, limits: { ...askLimits, bytes: 1_000_000 } });
    const { state, list } = await journalOf(runId);
    expect([state, ...list.map((part) => part.problem)]).toEqual(["failed", "too_large", null, "unreadable"]);
    expect(await kept()).toEqual([["ANC1", 202609, 5]]);
  });

  it("the secret goes to nobody but the server it was entered for", async () => {
    await set({ months: "1" });
    await at.db.owner`update value_pulls set address = 'https://elsewhere.example'`;
    expect(await ask()).toMatchObject({ state: "stopped", problem: "no_secret" });
    vi.stubEnv("DHIS2_ON_THIS_MACHINE", "");
    await at.db.owner`update value_pulls set address = ${dhis2.address}`;
    expect(await ask()).toMatchObject({ state: "stopped", problem: "private_address" });
    expect(dhis2.asked).toEqual([]);
  });
});

describe("several servers, and those that stop", () => {
  it("one pulls at a time", async () => {
    give(202610, { value: "7" });
    await set({ months: "1" });
    await askPull(admin, { runId: randomUUID(), kind: "hand" });
    await expect(askPull(admin, { runId: randomUUID(), kind: "hand" })).rejects.toMatchObject({
      code: "stale",
    });
    const counts = await Promise.all([1, 2, 3].map(() => pullDue(tools)));
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    expect(dhis2.asked).toHaveLength(1);
  });

  it("a run whose server stopped goes on elsewhere where it was; what the first still gets it does not write", async () => {
    give(202610, { value: "7" });
    give(202609, { value: "5" });
    await set();
    const runId = randomUUID();
    await askPull(admin, { runId, kind: "hand" });
    let stopped = () => {};
    const reached = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    let goOn = () => {};
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    dhis2.plan("well", "down");
    const wait = () => {
      stopped();
      return paused;
    };
    const first = pullDue({ ...tools, wait });
    await reached;
    expect(await pullDue(tools), "it is held").toBe(0);
    await at.db.owner`update value_pull_runs set held_until = now() - interval '1 second'`;
    expect(await pullDue(tools)).toBe(1);
    expect(periods()).toEqual(["202610", "202609", "202609"]);
    goOn();
    await first;
    expect(await journalOf(runId)).toMatchObject({ state: "done", done: 2, changed: 2 });
    expect(dhis2.asked).toHaveLength(3);
  });

  it("stopped between reading and writing, it does not ask again", async () => {
    give(202610, { value: "7" });
    await set({ months: "1" });
    const trial = await ask("trial");
    await at.db.owner`update value_pull_runs set state = 'running', kind = 'hand', held_until = now()`;
    await at.db.owner`update value_pull_parts set state = 'waiting'`;
    await pullDue(tools);
    expect(await journalOf(trial.id)).toMatchObject({ state: "done", changed: 1 });
    expect(dhis2.asked).toHaveLength(1);
    expect(await kept()).toEqual([["ANC1", 202610, 7]]);
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
    give(202610, { value: "7" });
    await set({ months: "1", active: "on" });
    expect(await pullDue(tools), "at three it was off").toBe(0);
    startClockAt("2026-11-22T20:00:00Z");
    expect(await pullDue(tools)).toBe(1);
    expect(await pullDue(tools)).toBe(0);
    startClockAt("2026-11-25T09:00:00Z");
    expect(await pullDue(tools)).toBe(1);
    const { runs } = await pullOverview(admin);
    expect(runs.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["schedule done", "schedule done"]);
    await set({ months: "1" });
    startClockAt("2026-11-29T09:00:00Z");
    expect(await pullDue(tools), "switched off").toBe(0);
  });

  it("stops when whoever set it up is no administrator any more", async () => {
    await set({ months: "1", active: "on" });
    await at.db.owner`update assignments set to_date = '2026-01-01' where user_id = ${admin.userId}`;
    startClockAt("2026-11-22T20:00:00Z");
    expect(await pullDue(tools)).toBe(1);
    const other = await administratorWith(at.db.owner);
    const { runs } = await pullOverview(other);
    expect(runs[0]).toMatchObject({ state: "stopped", problem: "not_administrator" });
    expect(dhis2.asked).toEqual([]);
  });
});
