import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { hashPassword, passwordFault } from "@/lib/access/passwords";
import { roles } from "@/lib/access/roles";
import { signInByPassword } from "@/lib/access/sign-in";
import { codeOwner, redeemCode, sessionByToken } from "@/lib/access/store";
import { hashOf, hashOfCode } from "@/lib/access/tokens";
import { demoAccounts, demoPassword } from "@/lib/people/demo-accounts";
import { seedAccounts } from "./demo-accounts";
import { firstAdministrator } from "./first-administrator";
import { seedReference } from "./reference";

let db: TestDatabase;
const origin = { userAgent: "", ipPrefix: "10.0.0.0/24" };
const mode = process.env.CONNECT_MODE;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  process.env.CONNECT_MODE = "demonstration";
  db = await testDatabase();
  await seedReference(db.owner);
}, 120_000);
afterAll(async () => {
  if (mode === undefined) delete process.env.CONNECT_MODE;
  else process.env.CONNECT_MODE = mode;
  await closeDatabase();
  await db.drop();
});

const enter = (login: string, password: string) => signInByPassword({ login, password }, origin);

test("a new server gets one administrator by code, and no second one that way", async () => {
  const first = await firstAdministrator(db.owner);
  const again = await firstAdministrator(db.owner);
  expect(await codeOwner(hashOfCode(first?.code ?? ""))).toBeNull();
  expect(await codeOwner(hashOfCode(again?.code ?? ""))).toMatchObject({ login: "admin", purpose: "invite" });
  await redeemCode(hashOfCode(again?.code ?? ""), await hashPassword("boat river stone"));
  expect(await firstAdministrator(db.owner)).toBeNull();
  const token = (await enter("admin", "boat river stone")) ?? "";
  expect(await sessionByToken(hashOf(token))).toMatchObject({
    assignments: [{ role: "administrator", nation: true }],
  });
  await db.owner`update users set login = 'first-admin'`;
});

test("every role has a demonstration account that works, in the place it says; seeding again changes nothing", async () => {
  const seeded = await seedAccounts(db.ownerUrl, { randomPasswords: false });
  await seedAccounts(db.ownerUrl, { randomPasswords: false });
  expect(new Set(seeded.map(({ role }) => role))).toEqual(new Set(roles));
  for (const { login, role } of demoAccounts) {
    const token = (await enter(login, demoPassword)) ?? "";
    expect((await sessionByToken(hashOf(token)))?.assignments, login).toMatchObject([{ role }]);
  }
  const [count] = await db.owner`select count(*)::int as n from users where demonstration`;
  expect(count?.n).toBe(demoAccounts.length);
});

test("random passwords are one each, never kept readable, and replace the shared one", async () => {
  const seeded = await seedAccounts(db.ownerUrl, { randomPasswords: true });
  expect(new Set(seeded.map(({ password }) => password)).size).toBe(seeded.length);
  const [admin] = seeded.filter(({ role }) => role === "administrator");
  expect(await enter("admin", demoPassword)).toBeNull();
  expect(await enter("admin", admin?.password ?? "")).not.toBeNull();
  expect(JSON.stringify(await db.owner`select * from credentials`)).not.toContain(admin?.password);
});

test("the shared password obeys the rules that everybody's does", () => {
  for (const { login } of demoAccounts) expect(passwordFault(demoPassword, login)).toBeNull();
});
