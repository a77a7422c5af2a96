import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { stageDates, villagesOfPlan } from "@/lib/counts/stage-sql";
import { type VillageStages, whereItStands } from "@/lib/counts/stages";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";
import type { BoardAsked } from "./board-queries";
import { reviewedPlaces } from "./whose";

export type PlannedVillage = Readonly<{
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  /** Whose catchment it lies in on the day asked for. */
  centre: Readonly<{ id: string; nameLo: string; nameEn: string }> | null;
  stages: VillageStages;
}>;

export type RolloutPlace = Readonly<{
  id: string;
  level: "province" | "district";
  code: string;
  nameLo: string;
  nameEn: string;
  provinceCode: string;
}>;

/** A province or district whose rollout this actor reviews; every other place is refused alike. */
export function rolloutPlace(actor: Actor, code: string): Promise<RolloutPlace> {
  requireCan(actor, "rollout.read");
  const own = reviewedPlaces(actor);
  const ids = own && `{${own.join(",")}}`;
  return withScope(actor.scope, async (tx) => {
    const [place] = await tx.execute<RolloutPlace & { mine: boolean }>(sql`
      select p.id, p.level, p.code, p.name_lo as "nameLo", p.name_en as "nameEn", v.code as "provinceCode",
        ${
          ids === null
            ? sql`true`
            : sql`exists (select 1 from places d where d.level = 'district' and d.id = any(${ids}::uuid[])
          and p.id in (d.id, d.province_id))`
        } as mine
      from places p join places v on v.id = coalesce(p.province_id, p.id)
      where p.code = ${code} and p.level in ('province', 'district')`);
    if (!place) throw new AppError("not_found");
    if (!place.mine) throw new AppError("forbidden");
    return place;
  });
}

/** The villages of a district's plan, each with its stages; those behind at most stages first, then by name. */
export function plannedVillages(
  actor: Actor,
  asked: BoardAsked & { within: string },
): Promise<PlannedVillage[]> {
  requireCan(actor, "rollout.read");
  const plan = { ...asked, districtIds: reviewedPlaces(actor) };
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<{ villages: PlannedVillage[] }>(sql`
      with ${villagesOfPlan(plan)}
      select ${listOf(sql`select v.id, v.code, v.name_lo as "nameLo", v.name_en as "nameEn", ${stageDates} as stages,
          case when h.id is not null then jsonb_build_object('id', h.id, 'nameLo', h.name_lo, 'nameEn', h.name_en) end as centre
        from facts f join places v on v.id = f.village_id
          left join catchment c on c.village_id = f.village_id left join facilities h on h.id = c.facility::uuid order by v.name_lo, v.id`)} as villages`);
    const behind = ({ stages }: PlannedVillage) => whereItStands(stages, asked.on).behind.length;
    return (row?.villages ?? []).sort((a, b) => behind(b) - behind(a));
  });
}
