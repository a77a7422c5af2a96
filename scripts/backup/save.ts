import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import postgres, { type ReservedSql } from "postgres";
import { appliedHash } from "@/db/migrate";
import { AppError } from "@/lib/errors";
import type { MediaStore } from "@/lib/media/store";
import packageJson from "@/package.json" with { type: "json" };
import { PlainError } from "../plain";
import { type Part, type Written, writeArchive } from "./archive";
import type { Manifest } from "./manifest";
import { copyOut, sequencesOf, type Table, tablesOf } from "./tables";

export type Save = { ownerUrl: string; media: MediaStore; file: string; passphrase: string };

/** Writes all records as they are at one moment, and every media file those records can name, while people go on working. */
export async function saveBackup({ ownerUrl, media, file, passphrase }: Save): Promise<Manifest> {
  if (!passphrase) throw new PlainError("A backup without a passphrase is refused: set BACKUP_PASSPHRASE.");
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const partial = `${file}.partial`;
  try {
    const sql = await client.reserve();
    await sql`begin isolation level repeatable read read only`;
    const snapshot = await contentsOf(sql);
    let manifest: Manifest | undefined;
    const finish = (written: Written[]) => {
      manifest = { ...snapshot, parts: written };
      return manifest;
    };
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      partial,
      writeArchive(parts({ sql, tables: snapshot.tables, media }), finish, passphrase),
    );
    await rename(partial, file);
    return manifest as unknown as Manifest;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end({ timeout: 1 });
  }
}

async function contentsOf(sql: ReservedSql): Promise<Omit<Manifest, "parts">> {
  const [server] = await sql`select current_setting('server_version') as version`;
  const migrations = await appliedHash(sql);
  if (!migrations)
    throw new PlainError("There are no records of CONNECT in this database: nothing to back up.");
  const tables = await tablesOf(sql);
  const counted: Manifest["tables"] = [];
  for (const table of tables) {
    const [row] = await sql`select count(*)::int as rows from ${sql(table.name)}`;
    counted.push({ ...table, rows: row?.rows ?? 0 });
  }
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    version: packageJson.version,
    postgres: server?.version ?? "",
    migrations,
    tables: counted,
    sequences: await sequencesOf(sql),
  };
}

type Contents = { sql: ReservedSql; tables: Table[]; media: MediaStore };

/** Media come after the records: a picture is stored before the record that names it, so none is missing. */
async function* parts({ sql, tables, media }: Contents): AsyncGenerator<Part> {
  for (const table of tables) {
    yield { name: `tables/${table.name}`, body: copyOut(sql, table) };
  }
  for (const name of await media.names()) {
    const stored = await media.read(name).catch(goneSince);
    if (stored) yield { name: `media/${name}`, body: stored.body };
  }
}

/** Erased since the list was made: whoever withdrew consent must not find it in the backup either. */
function goneSince(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

async function writeFile(file: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const output = await open(file, "w", 0o600);
  try {
    for await (const chunk of chunks) await output.writeFile(chunk);
    await output.sync();
  } finally {
    await output.close();
  }
}
