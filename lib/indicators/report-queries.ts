import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import type { KnownElement } from "@/lib/sync/known";
import { listOf } from "@/lib/villages/sql";
import type { ReportingRule } from "./reporting";
import type { ReporterKind } from "./schema";
import { elementsJson, rulesJson } from "./sql";

export type ReporterMonth = Readonly<{
  kind: ReporterKind;
  id: string;
  nameLo: string;
  nameEn: string;
  /** First month it ever reported, as yyyymm; null when it never did. */
  since: number | null;
  reportId: string | null;
  submitted: boolean;
  /** The server's day, ISO. */
  receivedOn: string | null;
  verified: boolean | null;
  /** Its values are here without a report, such as from an import. */
  counted: boolean;
}>;
export type MonthOfReports = Readonly<{
  reporters: readonly ReporterMonth[];
  rules: readonly ReportingRule[];
}>;

/** Who reported a month in a district, who has not, and who never began: health centres and villages. */
export async function reportsOfMonth(
  actor: Actor,
  { districtId, period }: { districtId: string; period: number },
): Promise<MonthOfReports> {
  requireCan(actor, "report.verify", { districtId, villageId: null });
  const reporters = sql`
    select o.kind, o.id, o.name_lo as "nameLo", o.name_en as "nameEn", s.since, m.id as "reportId",
      coalesce(m.submitted, false) as submitted,
      (m.submitted_at at time zone 'Asia/Vientiane')::date::text as "receivedOn", report_verified(m.id) as verified,
      coalesce(s.counted, false) as counted
    from (
      select 'facility' as kind, id, name_lo, name_en from facilities where district_id = ${districtId} and valid_to is null
      union all
      select 'village', id, name_lo, name_en from places
      where district_id = ${districtId} and level = 'village' and valid_to is null) o
    left join (
      select reporter_id, min(period) as since, bool_or(period = ${period} and held) as counted from (
        select reporter_id, period, true as held from data_values where district_id = ${districtId}
        union all select reporter_id, period, false from reports where district_id = ${districtId} and deleted_at is null) v
      group by reporter_id) s on s.reporter_id = o.id
    left join reports m on m.reporter_id = o.id and m.period = ${period} and m.source = o.kind and m.deleted_at is null
      and m.district_id = ${districtId}
    order by o.kind, o.name_lo, o.id`;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ reporters: ReporterMonth[]; rules: ReportingRule[] }>(
      sql`select ${listOf(reporters)} as reporters, ${rulesJson} as rules`,
    );
    return { reporters: row?.reporters ?? [], rules: row?.rules ?? [] };
  });
}

export type OfficeReport = Readonly<{
  id: string;
  kind: ReporterKind;
  reporter: Readonly<{ nameLo: string; nameEn: string }>;
  period: number;
  place: string;
  districtId: string;
  villageId: string | null;
  submitted: boolean;
  receivedOn: string | null;
  note: string | null;
  values: Readonly<Record<string, number | null>>;
  /** The month before from the same reporter and source. */
  before: Readonly<Record<string, number | null>>;
  digest: string;
  verified: boolean | null;
  remark: string | null;
  /** The reader wrote in it, and may not be the one who verifies it. */
  own: boolean;
  authors: readonly string[];
  elements: readonly KnownElement[];
  rules: readonly ReportingRule[];
}>;

/** One report as the office looks at it before it verifies. */
export async function reportForOffice(actor: Actor, id: string): Promise<OfficeReport> {
  const row = await withScope(actor.scope, async (tx) => {
    const [found] = await tx.execute<
      Omit<OfficeReport, "before"> & { before: OfficeReport["before"] | null }
    >(sql`
      select r.id, r.reporter_kind as kind, r.period, coalesce(r.village_id, r.district_id) as place,
        r.district_id as "districtId", r.village_id as "villageId", r.submitted is true as submitted,
        (r.submitted_at at time zone 'Asia/Vientiane')::date::text as "receivedOn", r.note, r.values, r.digest,
        report_verified(r.id) as verified,
        (select v.note from verifications v where v.report_id = r.id and v.seen = r.digest and v.deleted_at is null
          order by v.created_at desc limit 1) as remark,
        (select jsonb_build_object('nameLo', name_lo, 'nameEn', name_en) from (
          select id, name_lo, name_en from facilities union all select id, name_lo, name_en from places) o
          where o.id = r.reporter_id) as reporter,
        exists (select from changes c where c.subject_id = r.id and c.author_id = ${actor.userId}) as own,
        (select coalesce(jsonb_agg(distinct p.display_name), '[]')
          from person_labels(array(select distinct c.author_id from changes c where c.subject_id = r.id)) p) as authors,
        (select coalesce(jsonb_object_agg(e.code, d.value), '{}') from data_values d
          join data_elements e on e.number = d.element_number
          where d.district_id = r.district_id and d.reporter_kind = reporter_code(r.reporter_kind)
            and d.reporter_id = r.reporter_id and d.source = source_code(r.source)
            and d.period = (case when r.period % 100 = 1 then r.period - 89 else r.period - 1 end)) as before,
        ${elementsJson} as elements, ${rulesJson} as rules
      from reports r where r.id = ${id} and r.deleted_at is null`);
    return found;
  });
  if (!row) throw new AppError("not_found");
  requireCan(actor, "report.verify", { districtId: row.districtId, villageId: row.villageId });
  return { ...row, before: row.before ?? {} };
}
