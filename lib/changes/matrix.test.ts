import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { type Role, roles, rolesTable } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "./apply";
import { historyOf } from "./history";
import { identityOf } from "./identity";
import { newChange } from "./new-change";
import { definitionOf, type RecordType, recordTypes } from "./registry";
import { samples } from "./samples";

// Every role × every record type × own place, other place and repeated; what is expected follows from the roles table.
let db: TestDatabase;
let own: TestDistrict;
let other: TestDistrict;
const made: Record<string, string> = {};
const types = Object.keys(recordTypes) as RecordType[];
const nationwide: readonly Role[] = ["ministry", "partner", "administrator"];

const actorIn = (role: Role, district: TestDistrict): Actor =>
  actorFor(nationwide.includes(role) ? { role, nation: true } : { role, districtIds: [district.districtId] });
const writerOf = (type: RecordType): Role =>
  roles.find((role) => rolesTable[role].includes(definitionOf(type).verb)) as Role;

async function sampleChange(type: RecordType) {
  const place = definitionOf(type).national ? null : (own.villageIds[0] as string);
  const fields = samples[type](made) as never;
  return newChange({ type, subject: await identityOf(type, fields), place, fields, madeAt: new Date() });
}

beforeAll(async () => {
  db = await testDatabase();
  own = await makeDistrict(db.owner);
  other = await makeDistrict(db.owner);
  made.place = own.districtId;
  made.village = own.villageIds[0] as string;
  for (const type of types) {
    const change = await sampleChange(type);
    const answer = await applyChange(actorIn(writerOf(type), own), change);
    expect(answer, type).toMatchObject({ status: "accepted" });
    made[type] = change.subject;
  }
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe.each(types)("%s", (type) => {
  it.each(roles)("by %s", async (role) => {
    const allowed = rolesTable[role].includes(definitionOf(type).verb);
    const change = await sampleChange(type);
    const elsewhere = await applyChange(actorIn(role, other), change);
    const reaches = allowed && nationwide.includes(role);
    if (!reaches) expect(elsewhere, "other place").toMatchObject({ status: "rejected", code: "forbidden" });
    const here = await applyChange(actorIn(role, own), change);
    if (!allowed) {
      expect(here, "own place").toMatchObject({ status: "rejected", code: "forbidden" });
      return;
    }
    expect(here.status, "own place").toBe(reaches ? "duplicate" : "accepted");
    expect((await applyChange(actorIn(role, own), change)).status, "repeated").toBe("duplicate");
  });
});

it("keeps the history of accounts from everybody but administrators", async () => {
  expect((await historyOf(actorIn("administrator", own), made.account as string)).entries).toHaveLength(1);
  await expect(historyOf(actorIn("ministry", own), made.account as string)).rejects.toMatchObject({
    code: "not_found",
  });
});

it("protects every located table with a policy, and none is left without row-level security", async () => {
  const bare = await db.owner`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and (not c.relrowsecurity or not exists (select 1 from pg_policies p where p.tablename = c.relname and p.schemaname = 'public'))
      and (not c.relrowsecurity or exists (select 1 from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.relname and k.column_name = 'district_id'))`;
  expect(bare.map(({ relname }) => relname)).toEqual([]);
});
