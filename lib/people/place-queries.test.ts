import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { workFacilities, workPlaces } from "./place-queries";

let db: TestDatabase;
const admin = actorFor({ role: "administrator", nation: true });

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  await db.owner`insert into facilities (id, type, name_lo, district_id, code, source)
    select ${randomUUID()}, 'health_centre_a', 'ສຸກສາລາ', id, 'HC-9', 'test' from places where code = 'LA1101'`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it.each([
  ["governor_office", "ປາກຊັນ", "LA1101"],
  ["governor_office", "pakxan", "LA1101"],
  ["governor_office", "la1101", "LA1101"],
  ["province", "bolikhamxai", "LA11"],
] as const)("for a %s, %s finds %s first", async (role, text, code) => {
  expect((await workPlaces(admin, { role, text }))[0]?.code).toBe(code);
});

it("offers only places at which the role can be held", async () => {
  const levels = async (role: "province" | "health_centre") =>
    new Set((await workPlaces(admin, { role, text: "ປາກ" })).map(({ level }) => level));
  for (const level of await levels("province")) expect(level).toBe("province");
  for (const level of await levels("health_centre")) expect(["district", "village"]).toContain(level);
});

it("names the facilities of a district", async () => {
  expect(await workFacilities(admin, "LA1101")).toMatchObject([{ code: "HC-9" }]);
});

it("is for those who keep accounts", async () => {
  const office = actorFor({ role: "health_office", districtIds: [randomUUID()] });
  await expect(workPlaces(office, { role: "facilitator", text: "x" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(workFacilities(office, "LA1101")).rejects.toMatchObject({ code: "forbidden" });
});
