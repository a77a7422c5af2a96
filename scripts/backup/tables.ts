import type { Readable } from "node:stream";
import type { ReservedSql, TransactionSql } from "postgres";

export type Table = { name: string; columns: string[] };
export type Sequence = { name: string; last: string | null };
type Sql = ReservedSql | TransactionSql;

/**
 * The tables of the application with the columns that are stored (not those the database computes); without the note of which
 * transactions touched what, which means nothing on another server.
 */
export async function tablesOf(sql: Sql): Promise<Table[]> {
  const rows = await sql<Table[]>`
    select c.relname as name,
      (select array_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> 'district_touches' order by c.relname`;
  return rows.map(({ name, columns }) => ({ name, columns: columns ?? [] }));
}

export async function sequencesOf(sql: Sql): Promise<Sequence[]> {
  const rows =
    await sql`select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public'`;
  return rows.map(({ name, last }) => ({ name, last }));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const tableName = (name: string) => `public.${quoted(name)}`;
export const copyIn = ({ name, columns }: Table) =>
  `copy ${tableName(name)} (${columns.map(quoted).join(", ")}) from stdin`;

const BLOCKS = 1000;

/**
 * The rows as COPY text, a range of blocks at a time (8 MB and what lies beside them): postgres.js never resumes a COPY
 * that ends while its reader is behind, so each range is taken at once and the reader's pace decides on the next.
 */
export async function* copyOut(sql: Sql, { name, columns }: Table): AsyncGenerator<Buffer> {
  const [size] = await sql`
    select pg_relation_size(${tableName(name)}::regclass) / current_setting('block_size')::int as blocks`;
  const list = columns.map(quoted).join(", ");
  for (let block = 0; block < Number(size?.blocks); block += BLOCKS) {
    const range = `ctid >= '(${block},0)' and ctid < '(${block + BLOCKS},0)'`;
    const copy = `copy (select ${list} from ${tableName(name)} where ${range}) to stdout`;
    yield await whole(await sql.unsafe(copy).readable());
  }
}

function whole(rows: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    rows.on("data", (piece) => pieces.push(piece));
    rows.once("error", reject);
    rows.once("end", () => resolve(Buffer.concat(pieces)));
  });
}
