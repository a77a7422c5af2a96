import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { facilityList, facilityPage } from "./facility-queries";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
const [centre, hospital] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  for (const [id, type, name, districtId, code] of [
    [centre, "health_centre_a", "ສຸກສາລາທົດສອບ", here.districtId, "HC-1"],
    [hospital, "district_hospital_b", "ໂຮງໝໍທົດສອບ", elsewhere.districtId, "DH-1"],
  ] as const) {
    await db.owner`insert into facilities (id, type, name_lo, district_id, code, source)
      values (${id}, ${type}, ${name}, ${districtId}, ${code}, 'test')`;
  }
  const serves = (villageId: string, to: string | null) => db.owner`
    insert into catchments (facility_id, district_id, village_id, valid_from, valid_to, travel_min_wet)
    values (${centre}, ${here.districtId}, ${villageId}, '2025-01-01', ${to}, 95)`;
  await serves(here.villageIds[0] as string, null);
  await serves(here.villageIds[1] as string, "2026-01-01");
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const names = async (actor: Actor, asked: { text?: string; district?: string } = {}) =>
  (await facilityList(actor, { text: "", district: "", page: 0, ...asked })).facilities.map(({ id }) => id);
const office = (district: TestDistrict) =>
  actorFor({ role: "health_office", districtIds: [district.districtId] });
const administrator = actorFor({ role: "administrator", nation: true });

it("lists the own district's, or the nation's, by name or code", async () => {
  expect(await names(office(here))).toEqual([centre]);
  expect((await names(actorFor({ role: "ministry", nation: true }))).sort()).toEqual(
    [centre, hospital].sort(),
  );
  expect(await names(administrator, { text: "hc-" })).toEqual([centre]);
  expect(await names(administrator, { text: "ໂຮງໝໍ" })).toEqual([hospital]);
  expect(await names(administrator, { text: "%" })).toEqual([]);
});

it("tells which villages it serves today and served before, with the way in the rainy season", async () => {
  for (const actor of [office(here), administrator]) {
    const { served, villages } = await facilityPage(actor, centre);
    expect(villages).toBe(1);
    expect(served).toMatchObject([
      { villageId: here.villageIds[0], validTo: null, travelMinWet: 95 },
      { villageId: here.villageIds[1], validTo: "2026-01-01" },
    ]);
  }
});

it("is shown to a village's reporter, whom it serves, and to no other district", async () => {
  const reporter = actorFor({ role: "health_centre", villageIds: [here.villageIds[0] as string] });
  expect(await names(reporter)).toEqual([centre]);
  await expect(facilityPage(office(elsewhere), centre)).rejects.toMatchObject({ code: "not_found" });
  expect(await names(office(elsewhere))).toEqual([hospital]);
});

it("is refused to whoever reads no records and keeps no lists", async () => {
  const partner = actorFor({ role: "partner", nation: true });
  await expect(names(partner)).rejects.toMatchObject({ code: "forbidden" });
  await expect(facilityPage(partner, centre)).rejects.toMatchObject({ code: "forbidden" });
});
