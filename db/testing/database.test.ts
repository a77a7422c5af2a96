import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, emptyScope, withScope } from "../client";
import { type TestDatabase, testDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

it("serves the application's door under the application's role", async () => {
  const rows = await withScope(emptyScope, (tx) =>
    tx.execute(sql`select current_user as role, current_database() as name`),
  );
  expect(rows[0]).toEqual({ role: "connect_app", name: new URL(database.appUrl).pathname.slice(1) });
});

it("gives the application's login no ownership and no superuser", async () => {
  const app = postgres(database.appUrl, { max: 1 });
  await expect(app`create table mine (id int)`).rejects.toMatchObject({ code: "42501" });
  const [row] =
    await app`select rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user`;
  expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false });
  await app.end();
});
