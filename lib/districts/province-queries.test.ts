import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { reviewedDistricts } from "./province-queries";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("lists the districts of a province with k of n and late actions, and no other province's", async () => {
  const [one, two, far] = [
    await makeDistrict(db.owner),
    await makeDistrict(db.owner),
    await makeDistrict(db.owner),
  ];
  for (const district of [one, far]) {
    const team = actorFor({ role: "facilitator", districtIds: [district.districtId] });
    const place = district.villageIds[0] as string;
    const madeAt = new Date();
    const workshop = newChange({
      type: "workshop",
      place,
      fields: { module: "3", level: "village", status: "done", startDate: "2025-01-01" },
      madeAt,
    });
    const plan = newChange({
      type: "plan",
      place,
      fields: { workshopId: workshop.subject, status: "active", agreedDate: "2025-01-02" },
      madeAt,
    });
    const late = newChange({
      type: "action",
      place,
      fields: { planId: plan.subject, what: "late", level: "village", due: "2025-02-01" },
      madeAt,
    });
    const later = newChange({
      type: "action",
      place,
      fields: { planId: plan.subject, what: "open", level: "village" },
      madeAt,
    });
    for (const change of [workshop, plan, late, later])
      expect((await applyChange(team, change)).status).toBe("accepted");
  }
  const province = actorFor({ role: "province", districtIds: [one.districtId, two.districtId] });
  const lines = await reviewedDistricts(province);
  expect(lines).toHaveLength(2);
  expect(lines.find(({ id }) => id === one.districtId)).toMatchObject({
    villages: 1,
    actions: 2,
    done: 0,
    late: 1,
    lastWorkshop: "2025-01-01",
  });
  expect(lines.find(({ id }) => id === two.districtId)).toMatchObject({ villages: 0, actions: 0, late: 0 });
  const facilitator = actorFor({ role: "facilitator", districtIds: [one.districtId] });
  expect(() => reviewedDistricts(facilitator)).toThrow(expect.objectContaining({ code: "forbidden" }));
});
