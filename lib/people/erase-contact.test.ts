import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { createAccount, eraseContact } from "./commands";
import { accountFor } from "./queries";
import { NewAccount } from "./schema";

let db: TestDatabase;
let own: TestDistrict;
let other: TestDistrict;
let serial = 0;
const admin = actorFor({ role: "administrator", nation: true });
const why = "asked in writing, 1 June";

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  db = await testDatabase();
  own = await makeDistrict(db.owner);
  other = await makeDistrict(db.owner);
  await db.owner`update places set code = 'LA9901' where id = ${own.districtId}`;
  await db.owner`insert into users (id, login, display_name) values (${admin.userId}, 'admin.erase', 'admin')`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function somebody(): Promise<string> {
  const input = NewAccount.parse({
    login: `person${++serial}`,
    displayName: "Somebody",
    phone: `0205551000${serial}`,
    email: `p${serial}@example.org`,
    role: "facilitator",
    placeCode: "LA9901",
    from: "2024-01-01",
  });
  return (await createAccount(admin, input)).userId;
}
const logged = async (userId: string) =>
  (await accountFor(admin, userId)).events.filter(({ kind }) => kind === "contact_erased").length;

test("telephone and e-mail go, also from the account's history; name stays, and it is logged with the reason", async () => {
  const userId = await somebody();
  await eraseContact(admin, { userId, why });
  expect(await accountFor(admin, userId)).toMatchObject({
    phone: null,
    email: null,
    display_name: "Somebody",
  });
  const payloads = await db.owner`
    select p.* from change_payloads p join changes c on c.id = p.change_id where c.subject_id = ${userId}`;
  expect(JSON.stringify(payloads)).not.toContain("@example.org");
  expect(payloads).toMatchObject([{ erased_why: why, erased_by: admin.userId }]);
  expect(await logged(userId)).toBe(1);
});

test("repeated, nothing more is erased or logged", async () => {
  const userId = await somebody();
  await eraseContact(admin, { userId, why });
  expect(await eraseContact(admin, { userId, why: "again" })).toBe(0);
  expect(await logged(userId)).toBe(1);
});

test.each(["own", "other"] as const)("is refused to the health office of the %s district", async (which) => {
  const userId = await somebody();
  const { districtId } = which === "own" ? own : other;
  const office = actorFor({ role: "health_office", districtIds: [districtId] });
  await expect(eraseContact(office, { userId, why })).rejects.toMatchObject({ code: "forbidden" });
  expect(await accountFor(admin, userId)).toMatchObject({ email: `p${serial}@example.org` });
});

test("nobody by that id is not found", async () => {
  await expect(eraseContact(admin, { userId: randomUUID(), why })).rejects.toMatchObject({
    code: "not_found",
  });
});
