import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { today } from "@/lib/clock";
import { equityOf } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
const province = () => actorFor({ role: "province", districtIds: [here.districtId] });
const asked = { indicator: null, within: null };

async function put<T extends RecordType>(who: Actor, type: T, place: string, fields: Partial<FieldsOf<T>>) {
  const change = newChange({ type, place, fields, madeAt: new Date() });
  expect(await applyChange(who, change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  [here, elsewhere] = [await makeDistrict(db.owner, 4), await makeDistrict(db.owner, 2)];
  await db.owner`update places set code = 'T1' where id = ${here.districtId}`;
  await db.owner`update places set code = 'T2' where id = ${elsewhere.districtId}`;
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  const [a, b, c] = here.villageIds as [string, string, string];
  const profile = { date: "2026-01-01", source: "x", population: 100, females: 52 };
  await put(team, "profile", a, {
    ...profile,
    ethnicGroups: [{ group: "khmu", people: 90 }],
    wetAccess: "none",
    povertyStatus: "poor",
    ages: { under18: 40 },
  });
  await put(team, "profile", b, {
    ...profile,
    ethnicGroups: [{ group: "lao", share: 1 }],
    wetAccess: "road",
  });
  const held = { module: "3", level: "village", status: "done", startDate: "2026-02-03" } as const;
  const workshop = await put(team, "workshop", b, held);
  await put(team, "attendance", b, {
    workshopId: workshop,
    sex: "female",
    ageBand: "25to49",
    ethnicGroupId: "lao",
    role: "villager",
    people: 14,
    device: team.userId,
  });
  await put(team, "workshop", c, { ...held, status: "under_way" });
  const plan = await put(team, "plan", b, { workshopId: workshop, status: "active" });
  for (const status of ["done", "in_progress", "dropped"] as const) {
    const fields = { planId: plan, what: "x", level: "village", lead: "village_chief" } as const;
    const actionId = await put(team, "action", b, fields);
    await put(team, "progress", b, { actionId, status, date: "2026-04-01", office: "village_chief" });
  }
  await put(ministry, "rolloutItem", a, {
    year: Number(today().slice(0, 4)),
    module: "3",
    level: "village",
    plannedDate: today(),
  });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const lineOf = (equity: Awaited<ReturnType<typeof equityOf>>, part: string) =>
  equity.lines.find((line) => line.part === part);

describe("who is reached", () => {
  it("counts every village of the province once, by what is recorded of it", async () => {
    const equity = await equityOf(province(), asked);
    expect(equity.all).toMatchObject({ k: 1, n: 4 });
    expect(lineOf(equity, "mon_khmer")).toMatchObject({ reached: { k: 0, n: 1 }, planned: 1, actions: null });
    expect(lineOf(equity, "lao_tai")).toMatchObject({ reached: { k: 1, n: 1 }, actions: { k: 1, n: 2 } });
    expect(lineOf(equity, "cut_off")).toMatchObject({ reached: { k: 0, n: 1 } });
    expect(lineOf(equity, "poor")).toMatchObject({ reached: { k: 0, n: 1 } });
    expect(equity.leftOut).toEqual([
      { districtId: here.districtId, villages: 4, open: 3, far: 0, cutOff: 1, poor: 1 },
    ]);
    expect(equity.open).toHaveLength(3);
    expect(equity.came[0]).toEqual({
      by: "sex",
      part: "female",
      came: 14,
      of: 14,
      living: { k: 52, n: 100 },
    });
  });

  it("shows the nation to the ministry, and one district of it when asked", async () => {
    const [all] = await db.owner<{ n: number }[]>`
      select count(*)::int as n from places where level = 'village' and valid_to is null`;
    expect((await equityOf(ministry, asked)).all).toMatchObject({ k: 1, n: all?.n });
    expect((await equityOf(ministry, { ...asked, within: "T2" })).all).toMatchObject({ k: 0, n: 2 });
  });

  it("is read anew after a change", async () => {
    const before = await equityOf(ministry, { ...asked, within: "T2" });
    const team = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
    const held = { module: "1", level: "village", status: "done", startDate: "2026-03-03" } as const;
    await put(team, "workshop", elsewhere.villageIds[0] as string, held);
    const after = await equityOf(ministry, { ...asked, within: "T2" });
    expect([before.all.k, after.all.k]).toEqual([0, 1]);
    const teamHere = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    await equityOf(ministry, asked);
    await put(teamHere, "workshop", here.villageIds[3] as string, held);
    const [renewed, fresh] = await Promise.all(
      [ministry, actorFor({ role: "ministry", nation: true })].map((who) => equityOf(who, asked)),
    );
    expect(renewed).toEqual(fresh);
  });

  it("knows no place outside, and nobody else reads it", async () => {
    await expect(equityOf(province(), { ...asked, within: "T2" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(equityOf(ministry, { ...asked, within: "nowhere" })).rejects.toMatchObject({
      code: "not_found",
    });
    for (const role of ["governor_office", "facilitator", "partner", "administrator"] as const) {
      const actor = actorFor({ role, districtIds: [here.districtId] });
      await expect(equityOf(actor, asked)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
