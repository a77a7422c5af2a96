import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { today } from "@/lib/clock";
import { districtReview } from "@/lib/districts/queries";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import { settingOn } from "./escalation";
import { setEscalation } from "./escalation-commands";
import { escalationSettingsOf } from "./escalation-queries";

let db: TestDatabase;
let here: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });
const administrator = actorFor({ role: "administrator", nation: true });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asked = (healthCentreDays: number, governorDays: number, from = today()) => ({
  changeId: randomUUID(),
  subject: randomUUID(),
  from,
  healthCentreDays,
  governorDays,
});

it("holds from its day on, for the governor's pages and for phones", async () => {
  const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
  const team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  expect((await districtReview(governor, here.districtId)).escalation).toMatchObject({ governorDays: 30 });
  await setEscalation(ministry, asked(7, 21));
  await setEscalation(administrator, asked(3, 5, "2999-01-01"));
  expect((await districtReview(governor, here.districtId)).escalation).toMatchObject({ governorDays: 21 });
  const { escalation } = await bootstrapOf(team);
  expect(settingOn(escalation, today())).toMatchObject({ healthCentreDays: 7, governorDays: 21 });
  expect(settingOn(escalation, "2999-01-01")).toMatchObject({ healthCentreDays: 3, governorDays: 5 });
});

it("is refused to every other role", async () => {
  for (const role of ["facilitator", "health_office", "governor_office", "province"] as const) {
    const actor = actorFor({ role, districtIds: [here.districtId] });
    await expect(setEscalation(actor, asked(1, 2)), role).rejects.toMatchObject({ code: "forbidden" });
    expect(() => escalationSettingsOf(actor), role).toThrow(expect.objectContaining({ code: "forbidden" }));
  }
});

it("is refused to a ministry's person whose place is not the nation, whatever was checked before", async () => {
  const local = actorFor({ role: "ministry", districtIds: [here.districtId] });
  await expect(setEscalation(local, asked(1, 2))).rejects.toMatchObject({ code: "forbidden" });
});

it("sent twice is one setting", async () => {
  const input = asked(8, 9);
  await setEscalation(ministry, input);
  await setEscalation(ministry, input);
  const kept = (await escalationSettingsOf(ministry)).filter(({ id }) => id === input.subject);
  expect(kept).toHaveLength(1);
});

it("does not let the governor see it before the health centre, nor after no day at all", async () => {
  await expect(setEscalation(ministry, asked(31, 30))).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { governorDays: "order" } },
  });
  await expect(setEscalation(ministry, asked(0, 30))).rejects.toMatchObject({ code: "invalid" });
});
