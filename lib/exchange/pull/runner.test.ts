import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { districtThatReports, writeReport } from "@/lib/indicators/testing";
import { undoImport } from "../import-commands";
import { MeaningForm } from "../mapping";
import { rememberId } from "../mapping-commands";
import { valueImportPage } from "../queries";
import { askLimits } from "./ask";
import { askPull, resumePull } from "./run-commands";
import { pullDue } from "./runner";
import { pullsOf, unit } from "./testing-pulls";

const at = districtThatReports();
const pulls = pullsOf(at);
afterAll(() => closeDatabase());

describe("a run", () => {
  it("asks month by month as DHIS2 documents, and writes through the import that can be taken back", async () => {
    pulls.give(202610, { value: "7" }, { dataElement: "ANC4", value: "3" });
    pulls.give(202609, { value: "5" });
    await pulls.set();
    const run = await pulls.ask();
    expect(run).toMatchObject({ state: "done", parts: 2, done: 2, changed: 3, problem: null });
    expect(await pulls.kept()).toEqual([
      ["ANC1", 202609, 5],
      ["ANC1", 202610, 7],
      ["ANC4", 202610, 3],
    ]);
    expect(pulls.dhis2.asked.map(({ path, query }) => `${path}?${query}`)).toEqual(
      [202610, 202609].map(
        (period) =>
          `/api/dataValueSets.json?dataSet=BfMAe6Itzgt&orgUnit=${unit}&children=true&period=${period}&includeDeleted=true&orgUnitIdScheme=code&dataElementIdScheme=code`,
      ),
    );
    const [changes] = await at.db.owner`
      select count(*)::int as n from changes c join value_imports i on i.id = c.subject_id where c.kind = 'valueImport.record'`;
    expect(changes?.n).toBe(2);
    await undoImport(pulls.admin, String(run.list[0]?.importId));
    expect(await pulls.kept()).toEqual([["ANC1", 202609, 5]]);
  });

  it("the second time changes nothing and leaves no import behind; what DHIS2 deleted goes", async () => {
    pulls.give(202610, { value: "7" }, { dataElement: "ANC4", value: "3" });
    await pulls.set();
    await pulls.ask();
    const again = await pulls.ask();
    expect(again.list[0]).toMatchObject({ counts: { unchanged: 2 }, importId: null });
    expect(await at.db.owner`select 1 from value_imports`).toHaveLength(1);
    pulls.give(202610, { value: "8" }, { dataElement: "ANC4", value: "3", deleted: true });
    expect((await pulls.ask()).list[0]?.counts).toMatchObject({ updated: 1, deleted: 1 });
    expect(await pulls.kept()).toEqual([["ANC1", 202610, 8]]);
  });

  it("only adds, when only that was allowed, whatever the server says", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ strategy: "CREATE", months: "1" });
    Object.assign(pulls.dhis2.header, { importStrategy: "CREATE_AND_UPDATE", dryRun: true });
    await pulls.ask();
    pulls.give(202610, { value: "9", deleted: true });
    expect((await pulls.ask()).list[0]?.counts).toMatchObject({ notAsked: 1 });
    expect(await pulls.kept()).toEqual([["ANC1", 202610, 7]]);
  });

  it("reads a large answer beside the server, and asks again when it was cut", async () => {
    const comment = "x".repeat(100_000);
    pulls.give(
      202610,
      ...Array.from({ length: 12 }, (_, at) => ({ categoryOptionCombo: `c${at}`, comment })),
    );
    await pulls.set({ months: "1" });
    pulls.dhis2.plan("cutLarge");
    const { list } = await pulls.ask();
    expect(list[0]).toMatchObject({ tries: 2, counts: { rows: 12, imported: 12 } });
    expect(await pulls.kept()).toEqual([["ANC1", 202610, 12]]);
  }, 60_000);

  it("never replaces what somebody verified", async () => {
    await writeReport(at, at.reporter, { period: 202610, "value.ANC1": 4 });
    await at.db.owner`update data_values set status = 2 where district_id = ${at.here.districtId}`;
    await at.db.owner`update places set code = ${`t${pulls.code}`} where id = ${at.village}`;
    pulls.give(202610, { orgUnit: `t${pulls.code}`, value: "9" });
    await pulls.set({ months: "1" });
    const { list } = await pulls.ask();
    expect(list[0]?.counts).toMatchObject({ updated: 0, conflictRows: 1 });
    expect(await pulls.kept()).toContainEqual(["ANC1", 202610, 4]);
  });

  it("tried, it says what would come and writes nothing", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1" });
    const { list, changed } = await pulls.ask("trial");
    expect(changed).toBe(1);
    expect(await valueImportPage(pulls.admin, String(list[0]?.importId))).toMatchObject({ status: "read" });
    expect(await pulls.kept()).toEqual([]);
    const again = await pulls.ask("trial");
    expect(await at.db.owner`select id from value_imports`).toEqual([{ id: again.list[0]?.importId }]);
  });

  it("unknown ids wait for a person, beside what was written; the next run has their values", async () => {
    pulls.give(202610, { value: "7" }, { dataElement: "s46m5MS0hxu", value: "2" });
    await pulls.set({ months: "1" });
    const { list } = await pulls.ask();
    expect(list[0]?.counts).toMatchObject({ imported: 1, unknown: 1 });
    const importId = String(list[0]?.importId);
    const [element] = await at.db.owner`select number from data_elements where code = 'ANC4'`;
    const meaning = { kind: "element", externalId: "s46m5MS0hxu", meaning: `element:${element?.number}` };
    await rememberId(pulls.admin, MeaningForm.parse({ importId, ...meaning }));
    expect((await valueImportPage(pulls.admin, importId))?.ids).toEqual([]);
    expect((await pulls.ask()).list[0]?.counts).toMatchObject({ imported: 1, unchanged: 1, unknown: 0 });
  });
});

describe("misfortunes", () => {
  it("busy, down and cut are asked again, each time later; as late as the server wishes", async () => {
    pulls.give(202610, { value: "7" });
    await pulls.set({ months: "1" });
    pulls.dhis2.plan("busy", "down", "cut");
    const run = await pulls.ask();
    expect(run).toMatchObject({ state: "done", changed: 1 });
    expect(run.list[0]).toMatchObject({ tries: 4, httpStatus: 200, problem: null });
    expect(pulls.waits.map((ms) => Math.round(ms / 1000))).toEqual([7, 20, 30, 30, 20]);
  });

  it("after five tries the run ends, with the parts that were done; going on begins at the first that was not", async () => {
    pulls.give(202610, { value: "7" });
    pulls.give(202609, { value: "5" });
    await pulls.set();
    pulls.dhis2.plan("well", "down", "down", "down", "down", "down");
    const run = await pulls.ask();
    expect(run).toMatchObject({ state: "failed", problem: "server", done: 1 });
    expect(run.list[1]).toMatchObject({
      state: "failed",
      tries: 5,
      httpStatus: 503,
      detail: "Being restarted",
    });
    pulls.dhis2.asked.length = 0;
    await resumePull(pulls.admin, { runId: run.id });
    await pullDue(pulls.tools);
    expect(await pulls.journalOf(run.id)).toMatchObject({ state: "done", done: 2, problem: null });
    expect(pulls.periods()).toEqual(["202609"]);
  });

  it.each([
    ["unauthorised", "unauthorised", 401],
    ["forbidden", "forbidden", 403],
    ["missing", "not_found", 404],
    ["conflict", "refused", 409],
    ["elsewhere", "redirect", 302],
    ["signInPage", "not_data", 200],
  ] as const)("%s: a person mends it, nothing more is asked", async (misfortune, problem, httpStatus) => {
    await pulls.set();
    pulls.dhis2.plan(misfortune);
    const run = await pulls.ask();
    expect(run).toMatchObject({ state: "stopped", problem });
    expect(run.list[0]).toMatchObject({ state: "failed", tries: 1, httpStatus });
    expect(pulls.dhis2.asked).toHaveLength(1);
    expect(await at.db.owner`select 1 from value_imports`).toHaveLength(0);
  });

  it("an answer too large or broken is left out, the others are read", async () => {
    pulls.give(202609, { value: "5" });
    await pulls.set({ months: "3" });
    pulls.dhis2.plan("bomb", "well", "broken");
    const runId = randomUUID();
    await askPull(pulls.admin, { runId, kind: "hand" });
    await pullDue({ ...pulls.tools, limits: { ...askLimits, bytes: 1_000_000 } });
    const { state, list } = await pulls.journalOf(runId);
    expect([state, ...list.map((part) => part.problem)]).toEqual(["failed", "too_large", null, "unreadable"]);
    expect(await pulls.kept()).toEqual([["ANC1", 202609, 5]]);
  });

  it("the secret goes to nobody but the server it was entered for", async () => {
    await pulls.set({ months: "1" });
    await at.db.owner`update value_pulls set address = 'https://elsewhere.example'`;
    expect(await pulls.ask()).toMatchObject({ state: "stopped", problem: "no_secret" });
    vi.stubEnv("DHIS2_ON_THIS_MACHINE", "");
    await at.db.owner`update value_pulls set address = ${pulls.dhis2.address}`;
    expect(await pulls.ask()).toMatchObject({ state: "stopped", problem: "private_address" });
    expect(pulls.dhis2.asked).toEqual([]);
  });
});
