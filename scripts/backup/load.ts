import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres, { type ReservedSql } from "postgres";
import { newIncoming } from "@/lib/media/incoming";
import type { MediaStore } from "@/lib/media/store";
import { PlainError } from "../plain";
import { type Part, readArchiveFile } from "./archive";
import type { Manifest } from "./manifest";
import { copyIn, tableName } from "./tables";

export type Load = {
  ownerUrl: string;
  media: MediaStore;
  file: string;
  passphrase: string;
  manifest: Manifest;
};

/**
 * Fills a migrated database in one transaction and puts the media in place. Afterwards the server has a new epoch (phones
 * send again what the backup does not know), nobody is signed in, and pull cursors begin anew.
 */
export async function loadBackup({ ownerUrl, media, file, passphrase, manifest }: Load): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const sql = await client.reserve();
    await sql`begin`;
    const foreignKeys = await takeForeignKeysOff(sql);
    await empty(sql, manifest);
    for await (const part of readArchiveFile(file, passphrase)) await put(part, { sql, media, manifest });
    await setSequences(sql, manifest);
    for (const { table, name, definition } of foreignKeys) {
      await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`);
    }
    await compareCounts(sql, manifest);
    await beginAnew(sql);
    await sql`commit`;
  } finally {
    await client.end({ timeout: 1 });
  }
}

type ForeignKey = { table: string; name: string; definition: string };

/** Put back at the end, where the database checks them all: so tables can be filled in any order. */
async function takeForeignKeysOff(sql: ReservedSql): Promise<ForeignKey[]> {
  const keys = await sql<ForeignKey[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  return keys;
}

/** Triggers have done their work when the records were first written. */
async function empty(sql: ReservedSql, { tables }: Manifest): Promise<void> {
  for (const { name } of tables) await sql.unsafe(`alter table ${tableName(name)} disable trigger user`);
  await sql.unsafe(`truncate ${tables.map(({ name }) => tableName(name)).join(", ")}`);
}

type Place = { sql: ReservedSql; media: MediaStore; manifest: Manifest };

async function put({ name, body }: Part, { sql, media, manifest }: Place): Promise<void> {
  const table = manifest.tables.find((known) => `tables/${known.name}` === name);
  if (table) return pipeline(Readable.from(body), await sql.unsafe(copyIn(table)).writable());
  if (name.startsWith("media/")) return putFile(media, checkedName(name.slice("media/".length)), body);
  for await (const _ of body);
}

function checkedName(name: string): string {
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)+$/.test(name))
    throw new PlainError("The backup names a file outside the media folder.");
  return name;
}

async function putFile(media: MediaStore, name: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = await newIncoming();
  const output = await open(draft, "w", 0o600);
  try {
    for await (const piece of body) await output.writeFile(piece);
    await output.sync();
  } finally {
    await output.close();
  }
  await media.keep(draft, name);
}

async function setSequences(sql: ReservedSql, { sequences }: Manifest): Promise<void> {
  for (const { name, last } of sequences) {
    if (last !== null) await sql`select setval(${tableName(name)}::regclass, ${last}::bigint)`;
  }
}

async function compareCounts(sql: ReservedSql, { tables }: Manifest): Promise<void> {
  for (const { name, rows } of tables) {
    const [found] = await sql.unsafe(`select count(*)::int as rows from ${tableName(name)}`);
    if (found?.rows !== rows)
      throw new PlainError(`Table ${name} has ${found?.rows} rows instead of ${rows}. Nothing was restored.`);
    await sql.unsafe(`alter table ${tableName(name)} enable trigger user`);
  }
}

/** Transaction numbers belong to one server: on another they would lie in its future and never be pulled. */
async function beginAnew(sql: ReservedSql): Promise<void> {
  await sql`delete from district_touches`;
  const columns = await sql`
    select attrelid::regclass::text as table, attname as name from pg_attribute a join pg_class c on c.oid = attrelid
    where atttypid = 'xid8'::regtype and relkind = 'r' and relnamespace = 'public'::regnamespace`;
  for (const { table, name } of columns)
    await sql.unsafe(`update ${table} set "${name}" = pg_current_xact_id()`);
  await sql`update server_state set epoch = gen_random_uuid()`;
  await sql`delete from sessions`;
}
