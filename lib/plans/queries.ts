import "server-only";
import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { subjects } from "@/db/schema/changes";
import { places } from "@/db/schema/places";
import { actions, plans } from "@/db/schema/plans";
import { problems } from "@/db/schema/problems";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { ActionStatus } from "./schema";
import type { SheetAction, SheetProblem } from "./spreadsheet";

export type PlanSheet = Readonly<{
  planId: string;
  /** Village, or district for a plan above villages. */
  place: string;
  placeName: Readonly<{ lo: string; en: string }>;
  actions: readonly SheetAction[];
  problems: readonly SheetProblem[];
}>;

/** A plan with its living actions and the numbered problems they may answer, as the spreadsheet has it. */
export const planSheet = (actor: Actor, planId: string): Promise<PlanSheet> =>
  withScope(actor.scope, (tx) => planSheetWithin(tx, planId));

export async function planSheetWithin(tx: Transaction, planId: string): Promise<PlanSheet> {
  const [plan] = await tx
    .select({
      workshopId: plans.workshopId,
      districtId: plans.districtId,
      villageId: plans.villageId,
      lo: places.nameLo,
      en: places.nameEn,
    })
    .from(plans)
    .innerJoin(places, eq(places.id, sql`coalesce(${plans.villageId}, ${plans.districtId})`))
    .where(and(eq(plans.id, planId), isNull(plans.deletedAt)));
  if (!plan) throw new AppError("not_found");
  const [found, wall] = await Promise.all([actionsOf(tx, planId), problemsOf(tx, plan.workshopId)]);
  return {
    planId,
    place: plan.villageId ?? plan.districtId,
    placeName: { lo: plan.lo, en: plan.en || plan.lo },
    actions: found,
    problems: wall,
  };
}

async function actionsOf(tx: Transaction, planId: string): Promise<SheetAction[]> {
  const rows = await tx
    .select({
      ...getTableColumns(actions),
      confirmed: sql<boolean | null>`report_confirmed(${actions.statusReportId})`,
    })
    .from(actions)
    .where(and(eq(actions.planId, planId), isNull(actions.deletedAt)))
    .orderBy(sql`coalesce(${actions.position}, 1000000)`, asc(actions.id));
  return rows.map(({ id, status, confirmed, ...action }) => ({
    id,
    confirmed,
    status: status as ActionStatus,
    action: action as unknown as SheetAction["action"],
  }));
}

/** Numbered as on the wall: by place in the list, deleted ones left out. */
async function problemsOf(tx: Transaction, workshopId: string): Promise<SheetProblem[]> {
  const rows = await tx
    .select({ id: problems.id, statement: problems.statement })
    .from(problems)
    .where(and(eq(problems.workshopId, workshopId), isNull(problems.deletedAt)))
    .orderBy(sql`coalesce(${problems.position}, 1000000)`, asc(problems.id));
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

/** Which change each field of some records was last written by. */
export async function versionsOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Record<string, string>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: subjects.id, versions: subjects.versions })
    .from(subjects)
    .where(sql`${subjects.id} = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, versions }) => [id, versions]));
}
