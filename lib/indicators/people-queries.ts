import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { Figure } from "./denominators";
import { figuresJson } from "./sql";

/** What health centres counted of one thing in one calendar year, and in how many of its months anything. */
export type YearCounted = Readonly<{ code: string; year: number; total: number; months: number }>;
export type DistrictPeople = Readonly<{ figures: readonly Figure[]; counted: readonly YearCounted[] }>;

/** How many people of each kind a district has, and what a figure may be worked out from. In one statement. */
export function districtPeople(
  actor: Actor,
  { districtId, since }: { districtId: string; since: number },
): Promise<DistrictPeople> {
  requireCan(actor, "district.review", { districtId, villageId: null });
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<DistrictPeople>(sql`
      select ${figuresJson(sql`district_id = ${districtId} and village_id is null and facility_id is null`)} as figures,
        (select coalesce(jsonb_agg(c), '[]') from (
          select e.code, m.period / 100 as year, sum(m.total)::int as total, count(distinct m.period)::int as months
          from district_months m join data_elements e on e.number = m.element_number
          where m.district_id = ${districtId} and m.source = 2 and m.period >= ${since * 100}
            and e.code in ('ANC1', 'PENTA1')
          group by 1, 2) c) as counted`);
    return row ?? { figures: [], counted: [] };
  });
}
