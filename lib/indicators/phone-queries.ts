import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { dataElements, reportingRules } from "@/db/schema/indicators";
import type { Actor } from "@/lib/access/actor";
import { rolesTable } from "@/lib/access/roles";
import { today } from "@/lib/clock";
import type { KnownElement, KnownReporter } from "@/lib/sync/known";
import { addMonths, lastFullMonth } from "./months";
import type { ReportingRule } from "./reporting";

/** What is counted, in the order of the form. */
export async function elementsWithin(tx: Transaction): Promise<KnownElement[]> {
  const { code, nameLo, nameEn, group, reporters, maximum, atMost, adviceLo, adviceEn } = dataElements;
  const rows = await tx
    .select({ code, nameLo, nameEn, group, reporters, maximum, atMost, adviceLo, adviceEn })
    .from(dataElements)
    .where(and(eq(dataElements.active, true), isNull(dataElements.deletedAt)))
    .orderBy(asc(dataElements.position), asc(code));
  return rows as KnownElement[];
}

/** Every rule in the order it was recorded. */
export const reportingRulesWithin = (tx: Transaction): Promise<ReportingRule[]> =>
  tx
    .select({ from: reportingRules.from, dueDay: reportingRules.dueDay })
    .from(reportingRules)
    .where(isNull(reportingRules.deletedAt))
    .orderBy(asc(reportingRules.createdAt), asc(reportingRules.id));

const list = (ids: readonly (string | null | undefined)[]) => `{${ids.filter(Boolean).join(",")}}`;

/**
 * The health centre and the villages whose months this person may write: a health centre's head its own and those of
 * its catchment, a village reporter the village, the district's office every centre and every village that reports.
 */
export async function reportersWithin(tx: Transaction, actor: Actor): Promise<KnownReporter[]> {
  const mine = actor.assignments.filter(({ role }) => rolesTable[role].includes("report.record"));
  if (mine.length === 0) return [];
  const facilities = list(mine.map(({ facilityId }) => facilityId));
  const villages = list(mine.flatMap(({ villageIds }) => villageIds));
  const own = list(mine.filter(({ facilityId }) => !facilityId).flatMap(({ villageIds }) => villageIds));
  const districts = list(mine.flatMap(({ districtIds }) => districtIds));
  const rows = await tx.execute<KnownReporter>(sql`
    with since as (
      select reporter_id as id, min(period) as since,
        jsonb_agg(distinct period) filter (where counted and period >= ${addMonths(lastFullMonth(today()), -11)}) as months
      from (
        select reporter_id, period, false as counted from reports where deleted_at is null
        union all
        select reporter_id, period, true from data_values
        where district_id = any(${districts}::uuid[]) or reporter_id = any(${villages}::uuid[])
          or reporter_id = any(${facilities}::uuid[])) r
      group by reporter_id)
    select 'facility' as kind, f.id, f.name_lo as "nameLo", f.name_en as "nameEn",
      coalesce(f.village_id, f.district_id) as place, f.id = any(${facilities}::uuid[]) as own, s.since,
      coalesce(s.months, '[]') as months
    from facilities f left join since s on s.id = f.id
    where f.valid_to is null and (f.id = any(${facilities}::uuid[]) or f.district_id = any(${districts}::uuid[]))
    union all
    select 'village', p.id, p.name_lo, p.name_en, p.id, p.id = any(${own}::uuid[]), s.since,
      coalesce(s.months, '[]')
    from places p left join since s on s.id = p.id
    where p.level = 'village' and p.valid_to is null
      and (p.id = any(${villages}::uuid[]) or p.district_id = any(${districts}::uuid[]) and s.since is not null)
    order by 1, 3, 2`);
  return [...rows];
}
