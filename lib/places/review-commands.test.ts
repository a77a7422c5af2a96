import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { placesToReview, placeTotals, recentPlaceChanges } from "./admin-queries";
import { placeRecord } from "./record-queries";
import { confirmPlace } from "./review-commands";
import { placesFor, type TestPlace } from "./testing";

let db: TestDatabase;
let village: TestPlace;
const administrator = actorFor({ role: "administrator", nation: true });

beforeAll(async () => {
  db = await testDatabase();
  const { make } = await placesFor(db.owner);
  const province = await make({ level: "province" });
  const district = await make({ parent: province, level: "district", nameLo: "ເໜືອ", nameEn: "North" });
  village = await make({ parent: district, level: "village", nameLo: "ນາແກ" });
  await db.owner`update places set needs_review = true, review_reasons = '["repeated_name"]' where id = ${village.id}`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("the place stands in the list to be reviewed with its district and reason", async () => {
  const [row] = await placesToReview(administrator, 0);
  expect(row).toMatchObject({ code: village.code, reasons: ["repeated_name"], inLo: "ເໜືອ" });
  expect((await placeTotals(administrator)).review).toBe(1);
  expect((await placeRecord(administrator, village.code))?.parents).toHaveLength(1);
  expect(await placeRecord(administrator, "nowhere")).toBeNull();
});

it("other roles are refused the list and the word that it is right", async () => {
  for (const role of ["facilitator", "governor_office", "ministry"] as const) {
    const actor = actorFor({ role, nation: role === "ministry" });
    await expect(confirmPlace(actor, { placeId: village.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(placesToReview(actor, 0)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recentPlaceChanges(actor)).rejects.toMatchObject({ code: "forbidden" });
  }
});

it("an administrator confirms it, once, and the audit says who", async () => {
  await confirmPlace(administrator, { placeId: village.id });
  await confirmPlace(administrator, { placeId: village.id });
  expect(await placesToReview(administrator, 0)).toEqual([]);
  const rows = await db.owner`
    select c.author_id from changes c join change_payloads p on p.change_id = c.id where p.fields->>'placeId' = ${village.id}`;
  expect(rows.map((row) => row.author_id)).toEqual([administrator.userId]);
  await expect(confirmPlace(administrator, { placeId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
