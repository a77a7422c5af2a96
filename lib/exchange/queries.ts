import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type {
  IdKind,
  IdOutcome,
  IdScheme,
  ImportStrategy,
  ValueImportState,
} from "@/db/schema/value-imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";
import { shownOfEach } from "./limits";
import { chunkCounts, type ImportSummary, type SummaryRow, summaryOf } from "./summary";

export type ImportLine = Readonly<{
  id: string;
  fileName: string;
  via: string;
  status: ValueImportState;
  by: string | null;
  createdAt: string;
  summary: ImportSummary;
}>;

const line = sql`i.id, i.file_name as "fileName", i.via, i.status, i.created_at as "createdAt",
  (select display_name from person_labels(array[i.created_by])) as by, i.size, i.refused, i.unused, ${chunkCounts} as chunks`;

/** The imports of values that this person may see, the newest first. */
export async function valueImportList(actor: Actor): Promise<ImportLine[]> {
  requireCan(actor, "values.import");
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<Omit<ImportLine, "summary"> & SummaryRow>(
      sql`select ${line} from value_imports i where i.status <> 'reading' order by i.created_at desc limit 50`,
    ),
  );
  return rows.map((row) => ({ ...row, summary: summaryOf(row) }));
}

export type ImportId = Readonly<{
  kind: IdKind;
  externalId: string;
  outcome: IdOutcome;
  /** Values with it. */
  size: number;
  firstRow: number;
  /** Category option combinations it came with, besides none. */
  combos: readonly string[];
}>;
export type ImportConflict = Readonly<{ rowNo: number; field: string; value: string; reason: string }>;
export type KnownElementLine = Readonly<{ number: number; code: string; nameLo: string; nameEn: string }>;

export type ImportPage = ImportLine &
  Readonly<{
    system: string;
    unitScheme: IdScheme;
    elementScheme: IdScheme;
    strategy: ImportStrategy;
    /** Monthly values that the rows make. */
    values: number;
    ids: readonly ImportId[];
    conflicts: readonly ImportConflict[];
    elements: readonly KnownElementLine[];
  }>;

/** One import with the ids nobody has said the meaning of, and rows that cannot be used, some of each reason. */
export async function valueImportPage(actor: Actor, id: string): Promise<ImportPage | null> {
  requireCan(actor, "values.import");
  const ids = sql`
    select d.kind, d.external_id as "externalId", min(d.outcome) as outcome, sum(d.rows)::int as size,
      min(d.first_row) as "firstRow", coalesce(jsonb_agg(distinct d.combo) filter (where d.combo <> ''), '[]') as combos
    from value_import_ids d where d.import_id = i.id and d.outcome in ('unknown', 'outside', 'no_reporter')
    group by d.kind, d.external_id order by d.kind, min(d.outcome) <> 'unknown', sum(d.rows) desc, d.external_id limit 200`;
  const conflicts = sql`
    select c.row_no as "rowNo", c.field, c.value, c.reason from (
      select *, row_number() over (partition by reason order by row_no) as nth from value_import_conflicts where import_id = i.id) c
    where c.nth <= ${shownOfEach} order by c.reason, c.row_no`;
  const elements = sql`select number, code, name_lo as "nameLo", name_en as "nameEn" from data_elements
    where active and deleted_at is null order by position, code`;
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<Omit<ImportPage, "summary"> & SummaryRow>(sql`
      select ${line}, i.system, i.unit_scheme as "unitScheme", i.element_scheme as "elementScheme", i.strategy,
        (select coalesce(sum(cardinality(k.amounts)), 0)::int from value_import_chunks k where k.import_id = i.id) as values,
        ${listOf(ids)} as ids, ${listOf(conflicts)} as conflicts, ${listOf(elements)} as elements
      from value_imports i where i.id = ${id} and i.status <> 'reading'`),
  );
  return row ? { ...row, summary: summaryOf(row) } : null;
}

/** How many values its file had. */
export async function importSize(actor: Actor, id: string): Promise<number> {
  requireCan(actor, "values.import");
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ size: number }>(sql`select size from value_imports where id = ${id}`),
  );
  if (!row) throw new AppError("not_found");
  return row.size;
}

/** Every row that cannot be used, as far as they were kept; null when there is no such import. */
export async function importConflicts(actor: Actor, id: string): Promise<ImportConflict[] | null> {
  requireCan(actor, "values.import");
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ conflicts: ImportConflict[] }>(sql`
      select ${listOf(sql`select row_no as "rowNo", field, value, reason from value_import_conflicts
        where import_id = i.id order by row_no, field`)} as conflicts
      from value_imports i where i.id = ${id}`),
  );
  return row?.conflicts ?? null;
}

export type Remembered = Readonly<{
  id: string;
  system: string;
  kind: IdKind;
  scheme: IdScheme;
  externalId: string;
  combo: string;
  nameLo: string | null;
  nameEn: string | null;
  forAll: boolean;
  by: string | null;
}>;

/** What this person or their office, or an administrator for all, said of ids of other systems. */
export async function rememberedIds(actor: Actor): Promise<Remembered[]> {
  requireCan(actor, "values.import");
  return withScope(actor.scope, async (tx) => [
    ...(await tx.execute<Remembered>(sql`
      select x.id, x.system, x.kind, x.scheme, x.external_id as "externalId", x.combo, x.district_id is null as "forAll",
        coalesce(e.name_lo, p.name_lo, f.name_lo) as "nameLo", coalesce(e.name_en, p.name_en, f.name_en) as "nameEn",
        (select display_name from person_labels(array[x.created_by])) as by
      from external_ids x left join data_elements e on e.number = x.element_number
        left join places p on x.reporter_kind = 1 and p.id = x.reporter_id
        left join facilities f on x.reporter_kind = 2 and f.id = x.reporter_id
      order by x.system, x.kind, x.external_id, x.combo limit 500`)),
  ]);
}
