import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { uuidv7 } from "@/lib/changes/uuid";
import { sumStages } from "@/lib/counts/stages";
import { boardOf } from "./board-queries";
import { byCentre } from "./centres";
import { plannedVillages } from "./village-queries";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let province: Actor;
const ministry = actorFor({ role: "ministry", nation: true });
const asked = { on: "2026-11-22", year: 2026, module: null, within: null };

async function put<T extends RecordType>(who: Actor, type: T, place: string, fields: Partial<FieldsOf<T>>) {
  const change = newChange({ type, place, fields, madeAt: new Date() });
  expect(await applyChange(who, change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}
const planned = (place: string, plannedDate: string, fields: Partial<FieldsOf<"rolloutItem">> = {}) =>
  put(ministry, "rolloutItem", place, { year: 2026, module: "3", level: "village", plannedDate, ...fields });
const held = (place: string, startDate: string, fields: Partial<FieldsOf<"workshop">> = {}) =>
  put(team, "workshop", place, { module: "3", level: "village", status: "done", startDate, ...fields });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner, 6);
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  province = actorFor({ role: "province", districtIds: [here.districtId] });
  const [a, b, c, d, e] = here.villageIds as [string, string, string, string, string];
  await planned(a, "2026-02-01", { funding: "own", costKip: 8_000_000 });
  await planned(b, "2026-03-01", { costKip: 9_000_000 });
  await planned(c, "2026-06-01");
  await planned(d, "2026-12-10");
  await planned(e, "2026-04-01", { module: "1" });
  await planned(e, "2026-12-20", { module: "2" });
  await planned(here.districtId, "2026-01-15", { level: "district", module: "1" });

  await held(here.districtId, "2025-10-01", { level: "province" });
  await held(a, "2026-01-20", { level: "district", module: "1" });
  const done = await held(a, "2026-02-03", { fundSource: "province", costKip: 7_500_000 });
  const plan = await put(team, "plan", a, {
    workshopId: done,
    status: "active",
    displayedDate: "2026-02-20",
  });
  await put(team, "visit", a, { planId: plan, level: "district", offsetMonths: 3, heldDate: "2026-06-01" });
  const link = await put(team, "peerLink", b, { guideId: a, theme: "medicine_stock", since: "2026-04-01" });
  await put(team, "peerVisit", b, { linkId: link, kind: "guide_came", heldDate: "2026-05-01" });
  await held(b, "2026-03-05", { fundSource: "partner" });
  await held(c, "2025-06-01");
  await held(e, "2026-04-02", { module: "1" });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("the board of a year", () => {
  it("derives every stage from the records, and tells due, done and behind apart", async () => {
    const { districts, provinces } = await boardOf(ministry, asked);
    const [row, ...others] = districts;
    expect(others).toEqual([]);
    expect(provinces).toContainEqual(expect.objectContaining({ id: here.provinceId, districts: 1 }));
    expect(row).toMatchObject({ id: here.districtId, villages: 5, payers: { own: 1, partner: 1, none: 1 } });
    expect(row?.stages).toEqual({
      oriented: { done: 5, due: 4, behind: 0 },
      trained: { done: 0, due: 4, behind: 4 },
      district: { done: 5, due: 5, behind: 0 },
      hc: { done: 0, due: 4, behind: 4 },
      village: { done: 3, due: 4, behind: 1 },
      displayed: { done: 1, due: 4, behind: 3 },
      visit3: { done: 1, due: 4, behind: 3 },
      visit6: { done: 0, due: 3, behind: 3 },
      self_financed: { done: 1, due: 1, behind: 0 },
      guides: { done: 1, due: 0, behind: 0 },
    });
    expect(row).toMatchObject({
      modules: { 1: [1, 1], 2: [1, 0], 3: [4, 2] },
      plannedKip: 17_000_000,
      spentKip: 7_500_000,
      costed: 2,
      carriedOut: 4,
      spentOn: 1,
    });
  });

  it("says where villages wait and for how long, and which groups are not reached", async () => {
    const { waiting, groups } = await boardOf(ministry, asked);
    const nation = waiting.filter(({ provinceId }) => provinceId === null);
    expect(nation).toContainEqual({ provinceId: null, at: "village", villages: 2, days: 234 });
    expect(nation).toContainEqual({ provinceId: null, at: "visit3", villages: 1, days: 174 });
    expect(groups).toContainEqual({ by: "travel", part: "unknown", n: 5, k: 3 });
  });

  it("counts one module alone, and nothing that happened later than the day asked for", async () => {
    const [one] = (await boardOf(ministry, { ...asked, module: "1" })).districts;
    expect(one).toMatchObject({ villages: 1, stages: { village: { done: 1, due: 1, behind: 0 } } });
    const [early] = (await boardOf(ministry, { ...asked, on: "2026-02-10" })).districts;
    expect(early?.stages).toMatchObject({ village: { done: 1, due: 1 }, displayed: { done: 0, due: 0 } });
  });

  it("is a province's own, and nobody's who does not review the rollout", async () => {
    const there = await makeDistrict(db.owner, 1);
    await planned(there.villageIds[0] as string, "2026-02-01");
    expect((await boardOf(province, asked)).districts.map(({ id }) => id)).toEqual([here.districtId]);
    expect((await boardOf(province, asked)).provinces.map(({ id }) => id)).toEqual([here.provinceId]);
    const all = (await boardOf(ministry, asked)).districts;
    expect(sumStages(all.map(({ stages }) => stages)).village).toEqual({ done: 3, due: 5, behind: 2 });
    const [renewed, anew] = await Promise.all(
      [ministry, actorFor({ role: "ministry", nation: true })].map((who) => boardOf(who, asked)),
    );
    expect(renewed).toEqual(anew);
    const within = await boardOf(ministry, { ...asked, within: there.provinceId });
    expect(within.districts.map(({ villages }) => villages)).toEqual([1]);
    expect(() => boardOf(team, asked)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("is renewed beyond the district that was written to: its province, and villages of the same health centre", async () => {
    const there = await makeDistrict(db.owner, 1);
    const [village] = there.villageIds as [string];
    await planned(village, "2026-02-01");
    const facility = uuidv7();
    await db.owner`insert into facilities (id, district_id, type, name_lo, valid_from, source) values
      (${facility}, ${there.districtId}, 'health_centre', 'x', '2020-01-01', 'x')`;
    for (const served of [village, here.villageIds[5] as string])
      await db.owner`insert into catchments (id, district_id, village_id, facility_id, valid_from)
        select ${uuidv7()}, district_id, id, ${facility}, '2020-01-01' from places where id = ${served}`;
    const stages = async () =>
      (await boardOf(ministry, asked)).districts.find(({ id }) => id === there.districtId)?.stages;
    expect((await stages())?.hc).toMatchObject({ done: 0 });
    await held(here.villageIds[5] as string, "2026-04-04", { level: "hc" });
    expect((await stages())?.hc).toMatchObject({ done: 1 });
  });

  it("stands below the health centre whose catchment a village was in on the day asked for", async () => {
    const there = await makeDistrict(db.owner, 2);
    const [moved, none] = there.villageIds as [string, string];
    for (const village of [moved, none]) await planned(village, "2026-02-01");
    const [before, now] = [uuidv7(), uuidv7()];
    for (const [id, name, from, to] of [
      [before, "before", "2020-01-01", "2026-06-01"],
      [now, "now", "2026-06-01", null],
    ] as const) {
      await db.owner`insert into facilities (id, district_id, type, name_lo, valid_from, source) values
        (${id}, ${there.districtId}, 'health_centre', ${name}, '2020-01-01', 'x')`;
      await db.owner`insert into catchments (id, district_id, village_id, facility_id, valid_from, valid_to)
        values (${uuidv7()}, ${there.districtId}, ${moved}, ${id}, ${from}, ${to})`;
    }
    const centresOn = async (on: string) => {
      const villages = await plannedVillages(ministry, { ...asked, on, within: there.districtId });
      return byCentre(villages, on).map(({ centre, villages: own }) => [centre?.nameLo ?? null, own[0]?.id]);
    };
    expect(await centresOn("2026-11-22")).toEqual([
      ["now", moved],
      [null, none],
    ]);
    expect((await centresOn("2026-05-31"))[0]).toEqual(["before", moved]);
    expect((await centresOn("2026-06-01"))[0]).toEqual(["now", moved]);
  });
});
