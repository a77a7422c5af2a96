import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { publications, publishedRows } from "@/db/schema/published";
import { canonical } from "@/lib/changes/canonical";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { figuresOf, type MeasuredColumn } from "./figures";
import type { Measure } from "./measures";
import { NATION } from "./nation";
import { newestSettled } from "./quarters";
import { type Decided, decide, meansMayChange, type Pattern, type Told } from "./rules";
import type { TableName } from "./schema";

export type Asked = Readonly<{ table: TableName; quarter: number }>;
export type PublishedRow = Readonly<{
  placeId: string;
  level: "district" | "province" | "nation";
  provinceId: string | null;
  cells: readonly Told[];
}>;
export type Edition = Readonly<{
  /** The version it would be. */
  version: number;
  measures: readonly Measure[];
  decided: readonly Decided[];
  rows: readonly PublishedRow[];
  /** Of all of it: what somebody has looked at is what is published. */
  digest: string;
}>;

/** What would be published of a quarter now; after an earlier version, even a withdrawn one, as its correction. Two or three statements. */
export async function editionOf(tx: Transaction, asked: Asked, own?: string): Promise<Edition> {
  if (asked.quarter > newestSettled(today())) throw new AppError("invalid", { field: "quarter" });
  const before = await latestVersion(tx, asked, own);
  const columns = await figuresOf(tx, asked);
  const decided = columns.map((column) => decideOne(column, before));
  const measures = columns.map(({ measure }) => measure);
  const rows = rowsOf(columns, decided);
  const digest = createHash("sha256").update(canonical({ measures, rows })).digest("hex");
  return { version: (before?.version ?? 0) + 1, measures, decided, rows, digest };
}

function decideOne({ measure, measured }: MeasuredColumn, before: Latest | null): Decided {
  const at = before?.measures.findIndex(({ code }) => code === measure.code) ?? -1;
  const pattern = before && at >= 0 ? patternOf(before.rows, at) : null;
  if (pattern && measure.kind === "mean" && !meansMayChange(measured, pattern))
    throw new AppError("conflict", { reason: "too_small_change" });
  return decide(measured, pattern);
}

type Latest = Readonly<{ version: number; measures: readonly Measure[]; rows: readonly PublishedRow[] }>;

/** What was published last of this quarter, whatever became of it. */
async function latestVersion(
  tx: Transaction,
  { table, quarter }: Asked,
  own: string = NATION,
): Promise<Latest | null> {
  const [latest] = await tx.execute<Latest>(sql`
    select p.version, p.measures, (select coalesce(jsonb_agg(jsonb_build_object('placeId', r.place_id, 'level', r.level,
      'provinceId', r.province_id, 'cells', r.cells)), '[]') from published_rows r where r.publication_id = p.id) as rows
    from publications p where p.table_name = ${table} and p.quarter = ${quarter} and p.id <> ${own}
    order by p.version desc limit 1`);
  return latest ?? null;
}

function patternOf(rows: readonly PublishedRow[], at: number): Pattern {
  const told = (level: PublishedRow["level"]) =>
    new Map(rows.filter((row) => row.level === level).map((row) => [row.placeId, row.cells[at] ?? null]));
  return {
    districts: told("district"),
    provinces: told("province"),
    nation: told("nation").get(NATION) ?? null,
  };
}

/** Places of which nothing is told by any measure are left out. */
function rowsOf(columns: readonly MeasuredColumn[], decided: readonly Decided[]): PublishedRow[] {
  const districts = columns[0]?.measured.districts ?? [];
  const provinces = [...new Set(districts.map(({ provinceId }) => provinceId))];
  const rows: PublishedRow[] = [
    ...districts.map(({ id, provinceId }) => ({
      placeId: id,
      level: "district" as const,
      provinceId,
      cells: decided.map((one) => one.districts.get(id) ?? null),
    })),
    ...provinces.map((id) => ({
      placeId: id,
      level: "province" as const,
      provinceId: id,
      cells: decided.map((one) => one.provinces.get(id) ?? null),
    })),
    { placeId: NATION, level: "nation", provinceId: null, cells: decided.map(({ nation }) => nation) },
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell !== null));
}

type Publication = Asked & Readonly<{ version: number; reason?: string | null }>;

/** Works out and keeps what a publication says, in the transaction of its change. */
export async function freezePublication(tx: Transaction, id: string, said: Publication): Promise<void> {
  const edition = await editionOf(tx, said, id);
  if (said.version !== edition.version) throw new AppError("stale", { field: "version" });
  if (said.version > 1 && !said.reason?.trim())
    throw new AppError("invalid", { fields: { reason: "missing" } });
  await tx
    .update(publications)
    .set({ measures: [...edition.measures], publishedOn: today() })
    .where(eq(publications.id, id));
  if (edition.rows.length > 0)
    await tx
      .insert(publishedRows)
      .values(edition.rows.map((row) => ({ ...row, cells: [...row.cells], publicationId: id })));
}

/** Partners read it no more from now on; what it said stays for the ministry. */
export async function withdrawPublication(
  tx: Transaction,
  said: Readonly<{ publicationId: string; date: string; reason: string }>,
): Promise<void> {
  const { publicationId, date, reason } = said;
  await tx
    .update(publications)
    .set({ withdrawnOn: date, withdrawnWhy: reason })
    .where(eq(publications.id, publicationId));
  await tx
    .update(publishedRows)
    .set({ withdrawn: true })
    .where(eq(publishedRows.publicationId, publicationId));
}
