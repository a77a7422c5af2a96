import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { districtReview } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
const governor = (districtId: string) => actorFor({ role: "governor_office", districtIds: [districtId] });

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function record<T extends RecordType>(
  actor: Actor,
  type: T,
  fields: Partial<FieldsOf<T>>,
): Promise<string> {
  const change = newChange({ type, place: here.villageIds[0] as string, fields, madeAt: new Date() });
  expect((await applyChange(actor, change)).status).toBe("accepted");
  return change.subject;
}

async function plannedWorkshop(on: string, what: string) {
  const workshopId = await record(team, "workshop", { module: "3", level: "village", startDate: on });
  const planId = await record(team, "plan", {
    workshopId,
    status: "active",
    agreedDate: on,
    displayedDate: on,
  });
  const problemId = await record(team, "problem", { workshopId, statement: "ທາງຂາດ", position: 2 });
  const actionId = await record(team, "action", {
    planId,
    problemId,
    what,
    level: "district",
    lead: "district_public_works",
    due: "2025-01-01",
  });
  return { workshopId, planId, actionId };
}

it("shows the newest plan of each village with its problem, its visits, and what was instructed", async () => {
  await plannedWorkshop("2024-01-10", "old action");
  const { workshopId, actionId, planId } = await plannedWorkshop("2025-02-10", "bridge");
  await record(team, "visit", { planId, offsetMonths: 3, heldDate: "2025-05-12", level: "district" });
  await record(team, "commitment", { workshopId, party: "district", text: "road", due: "2025-08-01" });
  const instructed = {
    actionId,
    toOffice: "district_public_works",
    text: "report",
    date: "2025-09-01",
    delivery: "account",
  } as const;
  await record(governor(here.districtId), "instruction", instructed);

  const review = await districtReview(governor(here.districtId), here.districtId);
  expect(review.villages).toMatchObject([
    { id: here.villageIds[0], workshop: { id: workshopId }, plan: { id: planId }, lastVisit: "2025-05-12" },
  ]);
  expect(review.villages[0]?.visits).toMatchObject([
    { offsetMonths: 3, state: "held" },
    { offsetMonths: 6, state: "late" },
  ]);
  expect(review.actions).toMatchObject([
    { id: actionId, what: "bridge", problem: "ທາງຂາດ", problemNumber: 3, confirmed: null },
  ]);
  expect(review.instructions).toMatchObject([{ actionId, status: "given" }]);
  expect(review.promises).toMatchObject([{ party: "district", kept: null }]);
});

it("is for those who review this district, and holds nothing of it for others", async () => {
  const elsewhere = await makeDistrict(db.owner);
  for (const actor of [
    governor(elsewhere.districtId),
    team,
    actorFor({ role: "partner", districtIds: [here.districtId] }),
  ]) {
    expect(() => districtReview(actor, here.districtId)).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  }
  const own = await districtReview(governor(elsewhere.districtId), elsewhere.districtId);
  expect(own).toMatchObject({ villages: [], actions: [], instructions: [], promises: [] });
});

it("carries the district's own boundary where one was imported, the newest", async () => {
  const district = await makeDistrict(db.owner);
  const office = actorFor({ role: "governor_office", districtIds: [district.districtId] });
  expect((await districtReview(office, district.districtId)).boundary).toBeNull();
  const square = (side: number) => ({
    type: "Polygon",
    coordinates: [[[103, 18], [103 + side, 18], [103 + side, 19], [103, 18]]], // biome-ignore format: one ring
  });
  for (const [from, side] of [["2019-01-01", 1], ["2024-01-01", 2]] as const) // biome-ignore format: two rows
    await db.owner`insert into place_boundaries (place_id, geometry, source, credit, valid_from)
      values (${district.districtId}, ${db.owner.json(square(side))}, 'test', 'test', ${from})`;
  expect((await districtReview(office, district.districtId)).boundary).toEqual(square(2));
});
