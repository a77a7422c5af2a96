import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmbedded } from "@/db/server";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { diskStore } from "@/lib/media/disk-store";
import { verifyBackup } from "./manifest";
import { restoreServer } from "./restore-into";
import { saveBackup } from "./save";

// A second PostgreSQL stands for the operator's own: another cluster, an owner who is no superuser, an application's login.
const passphrase = "eight elephants cross the river";
const user = randomUUID();
let folder: string;
let source: TestDatabase;
let server: Awaited<ReturnType<typeof startEmbedded>>;
let urls: { ownerUrl: string; appUrl: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-operator-"));
  process.env.MEDIA_DIR = join(folder, "arriving");
  mkdirSync(join(folder, "media/original/ab"), { recursive: true });
  writeFileSync(join(folder, "media/original/ab/picture"), "picture");
  source = await testDatabase();
  await source.owner`insert into users (id, login, display_name) values (${user}, 'kept.person', 'ຄົນ')`;
  await source.owner`insert into subjects (id, type) values (${user}, 'account')`;
  await source.owner`insert into changes (id, kind, subject_id, author_id, carrier_id, made_at, status, digest, hash)
    values (${randomUUID()}, 'account.record', ${user}, ${user}, ${user}, now(), 'accepted', 'd', 'h')`;
  server = await startEmbedded({ dataDir: join(folder, "operator"), create: false });
  const admin = postgres(server.superUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create role clinic_owner login createrole password 'owner';
    create role clinic_app login password 'app'`);
  await admin.unsafe("create database clinic owner clinic_owner");
  await admin.end();
  const as = (name: string, password: string) => {
    const url = new URL(server.superUrl);
    return Object.assign(url, { username: name, password, pathname: "/clinic" }).href;
  };
  urls = { ownerUrl: as("clinic_owner", "owner"), appUrl: as("clinic_app", "app") };
});
afterAll(async () => {
  await source?.drop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function load() {
  const file = join(folder, "one.backup");
  await saveBackup({ ownerUrl: source.ownerUrl, media: diskStore(join(folder, "media")), file, passphrase });
  const manifest = await verifyBackup(file, passphrase);
  return { media: diskStore(join(folder, "restored")), file, passphrase, manifest };
}

it("comes back on a server that the operator brought, with the login that the application uses there", async () => {
  await restoreServer({ ...(await load()), ...urls });
  const app = postgres(urls.appUrl, { max: 1, onnotice: () => {} });
  try {
    const people = await app.begin(async (tx) => {
      await tx`select set_config('role', 'connect_app', true), set_config('app.admin', 'on', true)`;
      return tx`select login, display_name from users`;
    });
    expect(people).toMatchObject([{ login: "kept.person", display_name: "ຄົນ" }]);
    const nobody = await app.begin(async (tx) => {
      await tx`select set_config('role', 'connect_app', true)`;
      return tx`select login from users`;
    });
    expect(nobody, "the second wall stands there too").toHaveLength(0);
    await expect(app`drop table users`).rejects.toThrow(/must be owner/);
  } finally {
    await app.end();
  }
  expect(readFileSync(join(folder, "restored/original/ab/picture"), "utf8")).toBe("picture");
});

it("is refused where somebody already works, and without the owner's address", async () => {
  const again = await load();
  await expect(restoreServer({ ...again, ...urls })).rejects.toThrow(/^The database is not empty/);
  await expect(restoreServer({ ...again, ...urls, ownerUrl: "" })).rejects.toThrow(/DATABASE_OWNER_URL/);
});
