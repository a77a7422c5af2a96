import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { reachUntil } from "./queries";

let db: TestDatabase;
const ministry = actorFor({ role: "ministry", nation: true });
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function held(place: string, district: string, on: string, fields: object = {}) {
  const team = actorFor({ role: "facilitator", districtIds: [district] });
  const change = newChange({
    type: "workshop",
    place,
    fields: { module: "3", level: "village", status: "done", startDate: on, ...fields },
    madeAt: new Date(),
  });
  expect((await applyChange(team, change)).status).toBe("accepted");
}

it("counts each village once, only workshops held to their end, until the date asked for", async () => {
  const one = await makeDistrict(db.owner, 3);
  const two = await makeDistrict(db.owner, 1);
  const [a, b, c] = one.villageIds as [string, string, string];
  await held(a, one.districtId, "2024-01-10");
  await held(a, one.districtId, "2025-01-10");
  await held(b, one.districtId, "2024-03-10", { module: "2" });
  await held(c, one.districtId, "2024-03-10", { status: "under_way" });
  await held(one.districtId, one.districtId, "2023-11-01", { module: "1", level: "district" });
  await held(two.villageIds[0] as string, two.districtId, "2025-06-01");

  const early = await reachUntil(ministry, "2024-12-31");
  const province = (reach: typeof early, id: string) => reach.provinces.find((row) => row.id === id);
  expect(province(early, one.provinceId)).toMatchObject({
    villages: 2,
    districts: 1,
    workshops: 3,
    districtsInAll: 1,
    byModule: { 1: 1, 2: 1, 3: 1 },
  });
  expect(province(early, two.provinceId)).toMatchObject({ villages: 0, districts: 0, byModule: {} });
  const late = await reachUntil(ministry, "2025-12-31");
  expect(late.steps.at(-1)).toMatchObject({ month: "2025-06", villages: 3, districts: 2, provinces: 2 });
});

it("shows published figures beside, never inside, our own count, and only to those who review the rollout", async () => {
  const figure = {
    date: "2023-12-31",
    dateWording: "end 2023",
    villages: 185,
    provinces: 9,
    wording: "185 communities",
    source: "WHO",
  };
  const change = newChange({ type: "reachFigure", place: null, fields: figure, madeAt: new Date() });
  const facilitator = actorFor({ role: "facilitator", districtIds: [] });
  expect(await applyChange(facilitator, change)).toMatchObject({ status: "rejected", code: "forbidden" });
  expect((await applyChange(ministry, change)).status).toBe("accepted");
  expect((await reachUntil(ministry, "2024-01-01")).published).toMatchObject([
    { villages: 185, districts: null },
  ]);
  expect(() => reachUntil(facilitator, "2024-01-01")).toThrow(expect.objectContaining({ code: "forbidden" }));
});
