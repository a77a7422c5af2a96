import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { closeDatabase } from "@/db/client";
import { migrationsHash } from "@/db/migrate";
import { type TestDatabase, testDatabase } from "@/db/testing/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

const answer = async () => {
  const response = await GET();
  return { status: response.status, ...(await response.json()) };
};

it("is well on the database this version was migrated to", async () => {
  vi.stubEnv("MIGRATIONS_HASH", migrationsHash());
  expect(await answer()).toMatchObject({ status: "ok", database: "ok", migrations: "ok" });
  expect((await GET()).headers.get("cache-control")).toBe("no-store");
});

it("is degraded when somebody else has migrated the database since", async () => {
  vi.stubEnv("MIGRATIONS_HASH", "of another version");
  expect((await GET()).status).toBe(503);
  expect(await answer()).toMatchObject({ status: "degraded", migrations: "differ" });
});

it("says that the database is away, and nothing about where it is", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://connect_login:geheim@127.0.0.1:1/connect");
  const response = await GET();
  const text = await response.text();
  expect(response.status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ status: "degraded", database: "unreachable" });
  expect(text).not.toMatch(/geheim|127\.0\.0\.1|connect_login/);
});
