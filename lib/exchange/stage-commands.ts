import "server-only";
import { createHash, type Hash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { type IdKind, valueImports } from "@/db/schema/value-imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { monthOf } from "@/lib/indicators/months";
import { Collector, type NamedId, type Page, pageSize } from "./collector";
import type { Bytes } from "./decode";
import { type ImportOptions, optionsOf } from "./options";
import { importDistricts } from "./reach";
import { readValues } from "./read-values";
import { resolveIds } from "./resolve";
import { FileError, type FileHeader, type ValueFormat, type ValueRow } from "./value-row";

export type Via = "file" | "api" | "pull" | "sheet";
type Source = Readonly<{
  name: string;
  via: Via;
  format: string;
  asked: Readonly<Record<string, string | undefined>>;
}>;
export type Staged = Readonly<{ importId: string; options: ImportOptions }>;

/** Reads a file of DHIS2 values as it arrives and keeps it page by page. Nothing is counted yet. */
export function stageFile(
  actor: Actor,
  { format, bytes, ...source }: Omit<Source, "format"> & { format: ValueFormat; bytes: Bytes },
): Promise<Staged> {
  const hash = createHash("sha256");
  const { header, rows } = readValues(format, hashed(bytes, hash));
  return stage(actor, { ...source, format }, { header, rows, digest: () => hash.digest("hex") });
}

async function* hashed(bytes: Bytes, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

type Read = Readonly<{
  header: FileHeader;
  rows: AsyncIterable<readonly ValueRow[]>;
  digest: () => string;
}>;

/** The same for values that were read in another way. */
export async function stage(actor: Actor, source: Source, read: Read): Promise<Staged> {
  requireCan(actor, "values.import");
  const districts = importDistricts(actor);
  const importId = randomUUID();
  const first = optionsFrom(source.asked, {});
  await withScope(actor.scope, (tx) =>
    tx.insert(valueImports).values({
      id: importId,
      districtIds: districts && [...districts],
      fileName: source.name.slice(-200),
      format: source.format,
      via: source.via,
      ...columnsOf(first),
      createdBy: actor.userId,
    }),
  );
  try {
    const collector = await keepPages(actor, importId, read.rows);
    // What is fetched by itself may do what its setting says, whatever the other server's answer says.
    const options = optionsFrom(source.asked, source.via === "pull" ? {} : read.header);
    await withScope(actor.scope, async (tx) => {
      await keepIds(tx, importId, "unit", collector.units);
      await keepIds(tx, importId, "element", collector.elements);
      await keepConflicts(tx, importId, collector);
      const about = { fileSha256: read.digest(), size: collector.rows, refused: { ...collector.refused } };
      await tx
        .update(valueImports)
        .set({ ...about, ...columnsOf(options) })
        .where(eq(valueImports.id, importId));
      await resolveIds(tx, { importId, districts, ...columnsOf(options) });
    });
    return { importId, options };
  } catch (error) {
    await forgetImport(actor, importId);
    throw error instanceof FileError ? refusalOf(error) : error;
  }
}

const refusalOf = ({ problem, where }: FileError) =>
  new AppError(problem.startsWith("too_large") || problem === "too_many_rows" ? "too_large" : "invalid", {
    reason: problem,
    value: where,
  });

function optionsFrom(asked: Source["asked"], file: FileHeader): ImportOptions {
  try {
    return optionsOf(asked, file);
  } catch {
    throw new AppError("invalid", { reason: "options" });
  }
}

const columnsOf = ({ system, orgUnitIdScheme, dataElementIdScheme, importStrategy }: ImportOptions) => ({
  system,
  unitScheme: orgUnitIdScheme,
  elementScheme: dataElementIdScheme,
  strategy: importStrategy,
});

export const forgetImport = (actor: Actor, importId: string) =>
  withScope(actor.scope, (tx) => tx.delete(valueImports).where(eq(valueImports.id, importId)));

async function keepPages(actor: Actor, importId: string, rows: Read["rows"]): Promise<Collector> {
  const collector = new Collector(monthOf(today()));
  let at = 0;
  // One page is written while the next is read.
  let kept: Promise<unknown> = Promise.resolve();
  const keep = async (page: Page) => {
    await kept;
    kept = withScope(actor.scope, (tx) => keepPage(tx, importId, ++at, page));
    kept.catch(() => {});
  };
  try {
    for await (const some of rows) for (const page of collector.add(some)) await keep(page);
    const rest = collector.rest();
    if (rest.rowNos.length > 0) await keep(rest);
  } finally {
    await kept;
  }
  if (collector.rows === 0) throw new FileError("empty");
  return collector;
}

const ints = (list: readonly (number | null)[]) =>
  sql`${sql.param(`{${list.map((one) => one ?? "null").join(",")}}`)}::int[]`;

const keepPage = (tx: Transaction, importId: string, no: number, page: Page) =>
  tx.execute(sql`
    insert into value_import_pages (import_id, page, row_nos, units, elements, periods, amounts)
    values (${importId}, ${no}, ${ints(page.rowNos)}, ${ints(page.units)}, ${ints(page.elements)}, ${ints(page.periods)},
      ${ints(page.amounts)})`);

async function keepIds(tx: Transaction, importId: string, kind: IdKind, ids: ReadonlyMap<string, NamedId>) {
  const all = [...ids.values()];
  for (let at = 0; at < all.length; at += pageSize) {
    const some = JSON.stringify(all.slice(at, at + pageSize));
    await tx.execute(sql`
      insert into value_import_ids (import_id, kind, no, external_id, combo, attribute, rows, first_row)
      select ${importId}, ${kind}, r.no, r."externalId", r.combo, r.attribute, r.rows, r."firstRow"
      from jsonb_to_recordset(${some}::text::jsonb) as r(no int, "externalId" text, combo text, attribute text, rows int, "firstRow" int)`);
  }
}

const keepConflicts = (tx: Transaction, importId: string, { conflicts }: Collector) =>
  tx.execute(sql`
    insert into value_import_conflicts (import_id, chunk, row_no, field, value, reason)
    select ${importId}, 0, r."rowNo", r.field, r.value, r.reason
    from jsonb_to_recordset(${JSON.stringify(conflicts)}::text::jsonb) as r("rowNo" int, field text, value text, reason text)
    on conflict do nothing`);
