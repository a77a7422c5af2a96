import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { districtReview } from "@/lib/districts/queries";
import { villagePlan } from "@/lib/villages/queries";
import { confirmationRefusal, confirmedBy, trustOf } from "./confirmation";
import { planSheet } from "./queries";
import type { Office } from "./schema";
import { planToRows } from "./spreadsheet";

type Said = readonly [by: "chief" | "deputy" | "nurse" | "doctor", office: Office, confirmed: boolean];

// The one rule: the chief reported "done" for the village chief's office; who may say that it is true?
const table: readonly (readonly [title: string, said: readonly Said[], stands: boolean | null])[] = [
  ["nobody has said anything", [], null],
  ["the same person under another office's name", [["chief", "health_centre_head", true]], null],
  ["another person of the same office", [["deputy", "village_chief", true]], null],
  ["another person of another office", [["nurse", "health_centre_head", true]], true],
  ["another office says it is not so", [["nurse", "health_centre_head", false]], false],
  [
    "the last of two other offices counts",
    [
      ["nurse", "health_centre_head", true],
      ["doctor", "district_hospital", false],
    ],
    false,
  ],
  [
    "what the own office says after it does not count",
    [
      ["nurse", "health_centre_head", true],
      ["deputy", "village_chief", false],
      ["chief", "district_hospital", false],
    ],
    true,
  ],
];

let db: TestDatabase;
let here: TestDistrict;
const people: Record<string, Actor> = {};

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner, table.length);
  for (const name of ["chief", "deputy", "nurse", "doctor"]) {
    people[name] = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  }
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function record<T extends RecordType>(
  by: string,
  place: string,
  type: T,
  fields: Partial<FieldsOf<T>>,
) {
  const change = newChange({ type, place, fields, madeAt: new Date() });
  expect(await applyChange(people[by] as Actor, change), type).toMatchObject({ status: "accepted" });
  return change.subject;
}

async function reported(place: string, said: readonly Said[]) {
  const start = { module: "3", level: "village", startDate: "2026-01-01" } as const;
  const workshopId = await record("chief", place, "workshop", start);
  const planId = await record("chief", place, "plan", { workshopId, status: "active" });
  const actionId = await record("chief", place, "action", { planId, what: "bridge", level: "village" });
  const office = "village_chief" as const;
  const progressId = await record("chief", place, "progress", {
    actionId,
    status: "done",
    date: "2026-02-01",
    office,
  });
  for (const [by, speaking, confirmed] of said) {
    const fields = { progressId, confirmed, date: "2026-02-02", office: speaking };
    await record(by, place, "confirmation", fields);
  }
  return planId;
}

describe.each(table.map(([title, said, stands], index) => ({ title, said, stands, index })))(
  "$title",
  ({ said, stands, index }) => {
    const report = { id: "r", by: "chief", office: "village_chief" as const };
    const words = { true: "confirmed", false: "refused", null: "unconfirmed" } as const;

    it("for the rule that phones use", () => {
      const confirmations = said.map(([by, office, confirmed]) => ({
        progressId: "r",
        by,
        office,
        confirmed,
      }));
      expect(confirmedBy(report, confirmations)).toBe(stands);
      expect(trustOf({ status: "done", confirmed: stands })).toBe(words[`${stands}`]);
    });

    it("for the district's pages, the village's, the wall's and the sheet", async () => {
      const village = here.villageIds[index] as string;
      const planId = await reported(village, said);
      const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
      const { actions } = await districtReview(governor, here.districtId);
      expect(actions.find((action) => action.planId === planId)?.confirmed).toBe(stands);
      const plan = await villagePlan(governor, village, planId);
      expect(plan.actions[0]?.confirmed).toBe(stands);
      const sheet = await planSheet(governor, planId);
      expect(sheet.actions[0]?.confirmed).toBe(stands);
      expect(planToRows({ ...sheet, locale: "en" })[1]?.at(-1)).toMatch(
        stands === null ? /^Needs/ : stands ? /^Confirmed/ : /not so$/,
      );
    });
  },
);

it("says why somebody may not confirm", () => {
  const report = { by: "chief", office: "village_chief" as const };
  expect(confirmationRefusal(report, { by: "chief", office: "district_hospital" })).toBe("same_person");
  expect(confirmationRefusal(report, { by: "deputy", office: "village_chief" })).toBe("same_office");
  expect(trustOf({ status: "in_progress", confirmed: true })).toBeNull();
});
