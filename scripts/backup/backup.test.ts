import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { diskStore } from "@/lib/media/disk-store";
import { s3Store } from "@/lib/media/s3-store";
import type { MediaStore } from "@/lib/media/store";
import { startS3Server } from "@/lib/media/testing/s3-server";
import { loadBackup } from "./load";
import { type Manifest, verifyBackup } from "./manifest";
import { saveBackup } from "./save";

const passphrase = "eight elephants cross the river";
let folder: string;
let file: string;
let source: TestDatabase;
let target: TestDatabase;
let manifest: Manifest;
const keys = { accessKeyId: "key", secretAccessKey: "secret", region: "us-east-1" };
let bucket: Awaited<ReturnType<typeof startS3Server>>;
const media = { from: null as unknown as MediaStore, to: "" };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-backup-"));
  file = join(folder, "first.backup");
  media.to = join(folder, "restored");
  process.env.MEDIA_DIR = join(folder, "arriving");
  bucket = await startS3Server({ ...keys, bucket: "pictures" });
  media.from = s3Store({ ...keys, endpoint: bucket.endpoint, bucket: "pictures", prefix: "" });
  bucket.objects.set("original/ab/picture", Buffer.alloc(3_000_000, 7));
  bucket.objects.set("original/ab/empty", Buffer.alloc(0));
  [source, target] = [await testDatabase(), await testDatabase()];
  await seedReference(source.owner);
  // Each leaves its mark among the transactions that touched the nation.
  for (const { owner } of [source, source, target, target])
    await owner`update server_state set epoch = epoch`;
  const writer = keepWriting(source.owner);
  await writer.first;
  manifest = await saveBackup({ ownerUrl: source.ownerUrl, media: media.from, file, passphrase });
  await writer.stop();
});

afterAll(async () => {
  await bucket.stop();
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A record and its change in one transaction, again and again, as people at work make them. */
function keepWriting(sql: Sql) {
  let stopped = false;
  const write = () => {
    const id = randomUUID();
    return sql.begin(async (tx) => {
      await tx`insert into subjects (id, type) values (${id}, 'test')`;
      await tx`insert into changes (id, kind, subject_id, author_id, carrier_id, made_at, status, digest, hash)
        values (${randomUUID()}, 'test', ${id}, ${id}, ${id}, now(), 'accepted', ${"tab\tline\nend\\"}, '')`;
    });
  };
  const first = write();
  const all = (async () => {
    await first;
    while (!stopped) await write();
  })();
  return {
    first,
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

const content = async (sql: Sql, table: string) => {
  const [row] = await sql.unsafe(
    `select count(*)::int as rows, md5(string_agg(t::text, chr(10) order by t::text)) as hash from ${table} t`,
  );
  return row;
};

describe("a backup made while people work", () => {
  it("is one moment: every change with its record, fewer than there are now", async () => {
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    const now = await content(source.owner, "changes");
    const [known] = await source.owner`select count(*)::int as rows from subjects where type <> 'test'`;
    expect(Number(rows("changes")) + known?.rows).toBe(rows("subjects"));
    expect(rows("changes")).toBeGreaterThan(0);
    expect(rows("changes")).toBeLessThan(now?.rows);
  });

  it("comes back whole in a fresh database and folder", async () => {
    const checked = await verifyBackup(file, passphrase);
    const [before] = await target.owner`select epoch from server_state`;
    await loadBackup({
      ownerUrl: target.ownerUrl,
      media: diskStore(media.to),
      file,
      passphrase,
      manifest: checked,
    });
    const [touched] =
      await target.owner`select count(*)::int as rows, bool_and(xid <= pg_current_xact_id()) as own from district_touches`;
    expect(touched).toEqual({ rows: 1, own: true });
    for (const table of ["places", "place_names", "place_codes", "ethnic_groups", "settlements"]) {
      expect(await content(target.owner, table), table).toEqual(await content(source.owner, table));
    }
    const [changes] = await target.owner`
      select count(*)::int as rows, count(*) filter (where digest = ${"tab\tline\nend\\"})::int as intact,
        count(s.id)::int as with_record, bool_and(c.xid <= pg_current_xact_id()) as pullable
      from changes c left join subjects s on s.id = c.subject_id`;
    const rows = manifest.tables.find(({ name }) => name === "changes")?.rows;
    expect(changes).toEqual({ rows, intact: rows, with_record: rows, pullable: true });
    const [after] = await target.owner`select epoch from server_state`;
    const [here] = await source.owner`select epoch from server_state`;
    expect(after?.epoch).not.toBe(here?.epoch);
    expect(after?.epoch).not.toBe(before?.epoch);
  });

  it("brings the pictures from a bucket to a folder", () => {
    expect(readdirSync(media.to)).toEqual(["original"]);
    const same = readFileSync(join(media.to, "original/ab/picture")).equals(Buffer.alloc(3_000_000, 7));
    expect(same).toBe(true);
    expect(readFileSync(join(media.to, "original/ab/empty")).length).toBe(0);
  });

  it("goes on counting and checking where the other stopped", async () => {
    const [next] =
      await target.owner`select nextval('changes_seq_seq')::int > max(seq) as further from changes`;
    expect(next?.further).toBe(true);
    const keys = (sql: Sql) => sql`
      select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition, convalidated
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`;
    expect([...(await keys(target.owner))]).toEqual([...(await keys(source.owner))]);
  });
});

describe("a backup that is not as it was written", () => {
  const changed = (change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, "changed.backup");
    writeFileSync(path, change(readFileSync(file)));
    return verifyBackup(path, passphrase);
  };

  it("is refused for one flipped bit, wherever it is", async () => {
    const { length } = readFileSync(file);
    for (const at of [60, Math.floor(length / 2), length - 1]) {
      await expect(
        changed((bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          return bytes;
        }),
      ).rejects.toThrow(/^The backup is (damaged|cut off): [^.]+\. Nothing was restored\.$/);
    }
  });

  it("is refused when its end is missing", async () => {
    await expect(changed((bytes) => bytes.subarray(0, -20))).rejects.toThrow(/^The backup is cut off/);
    const first = 16 + 16 + 16 + 7;
    const size = readFileSync(file).readUInt32BE(first);
    await expect(changed((bytes) => bytes.subarray(0, first + 4 + size))).rejects.toThrow(
      /^The backup is cut off/,
    );
    await expect(changed((bytes) => bytes.subarray(0, first))).rejects.toThrow(/^The backup is cut off/);
  });

  it("is refused with another passphrase, or when it is another kind of file", async () => {
    await expect(verifyBackup(file, "nine elephants")).rejects.toThrow(
      /^The passphrase does not open this backup/,
    );
    await expect(changed(() => Buffer.from("PK\u0003\u0004".repeat(50)))).rejects.toThrow(
      /^This file is not a backup/,
    );
  });

  it("is not even written without a passphrase", async () => {
    const nowhere = {
      ownerUrl: source.ownerUrl,
      media: media.from,
      file: join(folder, "none.backup"),
    };
    await expect(saveBackup({ ...nowhere, passphrase: "" })).rejects.toThrow(/passphrase is refused/);
    expect(readdirSync(folder)).not.toContain("none.backup");
  });
});
