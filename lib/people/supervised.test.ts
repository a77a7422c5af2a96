import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";

// Whom an office looks after is found once for a statement: a function called for each of 20,000 people took half a second.
let db: TestDatabase;
let own: TestDistrict;
let other: TestDistrict;
const office = randomUUID();
const people: Record<string, string> = {};

async function person(
  name: string,
  works: readonly (readonly [role: string, placeId: string, to?: string])[],
) {
  const id = randomUUID();
  people[name] = id;
  await db.owner`insert into users (id, login, display_name) values (${id}, ${`${name}.${id.slice(0, 6)}`}, ${name})`;
  for (const [role, placeId, to] of works) {
    await db.owner`insert into assignments (id, user_id, role, place_id, from_date, to_date)
      values (${randomUUID()}, ${id}, ${role}, ${placeId}, '2025-01-01', ${to ?? null})`;
  }
}

beforeAll(async () => {
  db = await testDatabase();
  own = await makeDistrict(db.owner);
  other = await makeDistrict(db.owner);
  await db.owner`insert into users (id, login, display_name) values (${office}, 'office.own', 'office')`;
  await db.owner`insert into assignments (id, user_id, role, place_id, from_date)
    values (${randomUUID()}, ${office}, 'health_office', ${own.districtId}, '2025-01-01')`;
  const village = own.villageIds[0] as string;
  await person("team", [["facilitator", own.districtId]]);
  await person("reporter", [["health_centre", village]]);
  await person("twodistricts", [
    ["facilitator", own.districtId],
    ["facilitator", other.districtId],
  ]);
  await person("moved", [
    ["facilitator", other.districtId, "2025-06-01"],
    ["facilitator", own.districtId],
  ]);
  await person("left", [["facilitator", own.districtId, "2025-06-01"]]);
  await person("governor", [["governor_office", own.districtId]]);
  await person("stranger", [["facilitator", other.districtId]]);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const scope = () => actorFor({ role: "health_office", districtIds: [own.districtId], userId: office }).scope;

it("sees the people who work in its own area only, and nobody with another office", async () => {
  const seen = await withScope(scope(), (tx) =>
    tx.execute<{ display_name: string }>(sql`select display_name from users where id <> ${office}`),
  );
  expect(seen.map(({ display_name }) => display_name).sort()).toEqual(["moved", "reporter", "team"]);
});

it("asks for them once, not once a row", async () => {
  const plan = await withScope(scope(), (tx) =>
    tx.execute<{ "QUERY PLAN": string }>(sql`explain select display_name from users`),
  );
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(text).toContain("hashed SubPlan");
  expect(text).not.toContain("app_supervises");
});
