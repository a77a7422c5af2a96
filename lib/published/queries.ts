import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { type Asked, type Edition, editionOf, type PublishedRow } from "./freeze";
import type { Measure } from "./measures";
import { NATION } from "./nation";
import type { Why } from "./rules";
import type { TableName } from "./schema";

export type Publication = Readonly<{
  id: string;
  table: TableName;
  quarter: number;
  version: number;
  reason: string | null;
  publishedOn: string;
  withdrawnOn: string | null;
  withdrawnWhy: string | null;
}>;

const columns = sql`p.id, p.table_name as "table", p.quarter, p.version, p.reason, p.published_on as "publishedOn",
  p.withdrawn_on as "withdrawnOn", p.withdrawn_why as "withdrawnWhy"`;

/** Nothing of it is told any more once a later version stands or it was withdrawn. */
const newest = sql`not exists (select from publications x where x.table_name = p.table_name and x.quarter = p.quarter
  and x.version > p.version and x.deleted_at is null)`;

/** The newest version of every published table, the newest quarter first. */
export function publications(actor: Actor): Promise<Publication[]> {
  requireCan(actor, "published.read");
  return withScope(actor.scope, async (tx) => [
    ...(await tx.execute<Publication>(sql`
      select ${columns} from publications p where p.deleted_at is null and ${newest}
      order by p.quarter desc, p.table_name`)),
  ]);
}

export type NamedRow = PublishedRow & Readonly<{ code: string | null; nameLo: string; nameEn: string }>;
export type Quarter = Readonly<{ quarter: number; measures: readonly Measure[]; rows: readonly NamedRow[] }>;
export type PublishedTable = Readonly<{
  publication: Publication;
  /** A later version that took its place. */
  later: Readonly<{ id: string; version: number }> | null;
  measures: readonly Measure[];
  /** Of the reader's places and what lies above them, in order; none of what was withdrawn or corrected. */
  rows: readonly NamedRow[];
  /** The same table of the three quarters before, as far as they stand. */
  earlier: readonly Quarter[];
}>;

const rowsJson = sql`(select coalesce(jsonb_agg(jsonb_build_object('placeId', r.place_id, 'level', r.level,
    'provinceId', r.province_id, 'cells', r.cells, 'code', c.code, 'nameLo', coalesce(c.name_lo, ''),
    'nameEn', coalesce(c.name_en, '')) order by coalesce(v.code, ''), (r.level = 'district'), c.code, r.place_id), '[]')
  from published_rows r left join places c on c.id = r.place_id left join places v on v.id = r.province_id
  where r.publication_id = p.id)`;

type Found = Publication &
  Pick<PublishedTable, "later" | "measures"> & { rows: NamedRow[]; earlier: Quarter[] };

/** One publication as its reader may see it; page, file and answer of the interface are made from this. One statement. */
export function publishedTable(actor: Actor, id: string): Promise<PublishedTable> {
  requireCan(actor, "published.read");
  return withScope(actor.scope, async (tx) => {
    const [found] = await tx.execute<Found>(sql`
      select ${columns}, p.measures, ${rowsJson} as rows,
        (select jsonb_build_object('id', x.id, 'version', x.version) from publications x
          where x.table_name = p.table_name and x.quarter = p.quarter and x.version > p.version and x.deleted_at is null
          order by x.version desc limit 1) as later,
        (select coalesce(jsonb_agg(jsonb_build_object('quarter', e.quarter, 'measures', e.measures, 'rows', e.rows)), '[]') from (
          select p.quarter, p.measures, ${rowsJson} as rows from publications o join lateral (select o.*) p on true
          where o.table_name = main.table_name and o.quarter < main.quarter and o.quarter >= main.least
            and o.withdrawn_on is null and o.deleted_at is null and ${newest}) e) as earlier
      from publications p cross join lateral (select p.table_name, p.quarter,
        case when p.quarter % 10 = 4 then p.quarter - 3 else p.quarter - 10 + 1 end as least) main
      where p.id::text = ${id} and p.deleted_at is null`);
    if (!found) throw new AppError("not_found");
    const { measures, rows, later, earlier, ...publication } = found;
    const told = !later && !publication.withdrawnOn;
    return { publication, later, measures, rows: told ? rows : [], earlier: told ? earlier : [] };
  });
}

export type Preview = Asked &
  Omit<Edition, "decided" | "rows"> &
  Readonly<{
    rows: readonly (NamedRow & {
      why: readonly (Why | null)[];
      truth: Edition["rows"][number]["cells"];
    })[];
    waiting: number;
  }>;

/** What would be published now, with what would be hidden and why; for who publishes; null: a correction that would tell of few. */
export function previewOf(actor: Actor, asked: Asked): Promise<Preview | null> {
  requireCan(actor, "table.publish");
  return withScope(actor.scope, async (tx) => {
    const found = await editionOf(tx, asked).catch((error: unknown) => {
      if (error instanceof AppError && error.details.reason === "too_small_change") return null;
      throw error;
    });
    if (!found) return null;
    const { decided, rows, ...edition } = found;
    const names = await namesOf(tx);
    const named = rows.map((row) => ({
      ...row,
      ...(names.get(row.placeId) ?? { code: null, nameLo: "", nameEn: "", order: "" }),
      why: decided.map((one) => one.why.get(row.placeId) ?? null),
      truth: decided.map((one) => one.truth.get(row.placeId) ?? null),
    }));
    const at = (row: (typeof named)[number]) =>
      row.placeId === NATION
        ? ""
        : `${names.get(row.provinceId ?? "")?.code}${row.level === "district" ? row.code : ""}`;
    return {
      ...asked,
      ...edition,
      rows: named.sort((a, b) => (at(a) < at(b) ? -1 : 1)),
      waiting: decided.reduce((sum, one) => sum + one.waiting, 0),
    };
  });
}

type Name = { id: string; code: string | null; nameLo: string; nameEn: string };

async function namesOf(tx: Transaction) {
  const found = await tx.execute<Name>(sql`
    select id, code, name_lo as "nameLo", name_en as "nameEn" from places where level in ('province', 'district')`);
  return new Map(found.map(({ id, ...name }) => [id, name]));
}
