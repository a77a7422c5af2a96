import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { bootstrapOf } from "@/lib/sync/bootstrap";
import { dueDateOf } from "./reporting";
import { reportingRulesOf, setReportingRule } from "./reporting-commands";

let db: TestDatabase;
let here: TestDistrict;
const ministry = actorFor({ role: "ministry", nation: true });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asked = (dueDay: number, from: string) => ({
  changeId: randomUUID(),
  subject: randomUUID(),
  from,
  dueDay,
});

it("holds from its day on, also on phones; months due before keep theirs", async () => {
  await setReportingRule(ministry, asked(15, "2026-10-01"));
  const { reporting } = await bootstrapOf(actorFor({ role: "facilitator", districtIds: [here.districtId] }));
  expect(dueDateOf(202608, reporting)).toBe("2026-09-10");
  expect(dueDateOf(202609, reporting)).toBe("2026-10-15");
});

it("is refused to every other role, and to a ministry's person whose place is not the nation", async () => {
  for (const role of [
    "facilitator",
    "health_centre",
    "health_office",
    "governor_office",
    "province",
  ] as const) {
    const actor = actorFor({ role, districtIds: [here.districtId] });
    await expect(setReportingRule(actor, asked(5, "2026-10-01")), role).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(() => reportingRulesOf(actor), role).toThrow(expect.objectContaining({ code: "forbidden" }));
  }
  const local = actorFor({ role: "ministry", districtIds: [here.districtId] });
  await expect(setReportingRule(local, asked(5, "2026-10-01"))).rejects.toMatchObject({ code: "forbidden" });
});

it("sent twice is one rule; a day that not every month has is none", async () => {
  const input = asked(20, "2027-01-01");
  await setReportingRule(ministry, input);
  await setReportingRule(ministry, input);
  const rules = await reportingRulesOf(ministry);
  expect(rules.filter(({ dueDay }) => dueDay === 20)).toHaveLength(1);
  await expect(setReportingRule(ministry, asked(31, "2027-01-01"))).rejects.toMatchObject({
    code: "invalid",
  });
});
