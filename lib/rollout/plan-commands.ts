import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyOnce } from "@/lib/changes/apply-once";
import { id, kip } from "@/lib/changes/fields";
import { newChange } from "@/lib/changes/new-change";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { uuidv7 } from "@/lib/changes/uuid";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { SheetRow } from "@/lib/plans/spreadsheet-import";
import { type PlanOfPlace, planWithin } from "./plan-queries";
import { type LineChange, type LineError, namesIn, readPlan } from "./plan-sheet";
import { inItsYear, planYear, RolloutItemFields } from "./schema";

/** What the form sends: a line of a village stands in the village, every other in the district. */
export const SaveLine = RolloutItemFields.extend({
  ...formOfRecord,
  subject: id,
  district: id,
  village: id.optional(),
  year: z.coerce.number().pipe(planYear),
  costKip: z.coerce.number().pipe(kip).optional(),
  facilitators: z
    .string()
    .max(5000)
    .transform((text) => namesIn(text))
    .optional(),
});

export async function saveLine(actor: Actor, input: z.infer<typeof SaveLine>): Promise<void> {
  const { changeId, seen, subject, district, village, ...fields } = input;
  if (!inItsYear(fields)) throw new AppError("invalid", { fields: { plannedDate: "not_in_year" } });
  const place = fields.level === "village" ? village : district;
  if (!place) throw new AppError("invalid", { fields: { village: "required" } });
  await withScope(actor.scope, async (tx) => {
    const { year, module, level } = fields;
    const [other] = await tx.execute(sql`
      select 1 from rollout_items where coalesce(village_id, district_id) = ${place} and year = ${year} and module = ${module}
        and level = ${level} and id <> ${subject} and deleted_at is null limit 1`);
    if (other) throw new AppError("invalid", { fields: { module: "duplicate" } });
    await saveRecord(tx, actor, { type: "rolloutItem", subject, place, fields, versions: seen, changeId });
  });
}

export const RemoveLine = z.object({ changeId: id, subject: id, place: id });

export async function removeLine(actor: Actor, { changeId, subject, place }: z.infer<typeof RemoveLine>) {
  const change = newChange({ type: "rolloutItem", operation: "delete", subject, place, madeAt: now() });
  await withScope(actor.scope, (tx) => applyOnce(tx, actor, { ...change, id: changeId }));
}

export type PlanImport =
  | Readonly<{ refused: "no_heading" | "duplicate_heading" | "too_many_rows" }>
  | Readonly<{
      refused?: never;
      changed: number;
      added: number;
      reports: 0;
      errors: readonly LineError[];
      unknownHeadings: readonly string[];
      /** Lines written; 0 in a dry run. */
      taken: number;
    }>;

type Importing = Readonly<{
  within: string;
  year: number;
  rows: readonly SheetRow[];
  confirm: boolean;
}>;

/** A plan's spreadsheet back in: without `confirm` only what would change; with it the rows without mistakes, all or none. */
export function importPlan(actor: Actor, { within, year, rows, confirm }: Importing): Promise<PlanImport> {
  requireCan(actor, "rollout.plan");
  return withScope(actor.scope, async (tx): Promise<PlanImport> => {
    const plan = await planWithin(tx, actor, { within, year, on: today() });
    const lines = new Map(
      plan.lines.map((line) => [line.id, { placeId: line.villageId ?? line.districtId }]),
    );
    const read = readPlan(rows, { ...plan, lines });
    if (read.refused) return { refused: read.refused };
    const changes = read.changes
      .map((change) => meant(change, plan))
      .filter((change) => differs(change, plan));
    if (confirm) await writeLines(tx, actor, { changes, plan });
    return {
      changed: changes.filter((change) => change.id).length,
      added: changes.filter((change) => !change.id).length,
      reports: 0,
      errors: read.errors,
      unknownHeadings: read.unknownHeadings,
      taken: confirm ? changes.length : 0,
    };
  });
}

const lineOf = (plan: PlanOfPlace, lineId: string | null) => plan.lines.find((line) => line.id === lineId);

/** A row without a code that names the same module, level and place is that line: a file read twice adds nothing. */
function meant(change: LineChange, plan: PlanOfPlace): LineChange {
  const { placeId, fields } = change;
  const same = plan.lines.find(
    (line) =>
      (line.villageId ?? line.districtId) === placeId &&
      line.year === fields.year &&
      line.module === fields.module &&
      line.level === fields.level,
  );
  return { ...change, id: change.id ?? same?.id ?? null };
}

function differs({ id: lineId, fields }: LineChange, plan: PlanOfPlace): boolean {
  const known = lineOf(plan, lineId) as Readonly<Record<string, unknown>> | undefined;
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  return !known || Object.entries(fields).some(([name, value]) => !same(value, known[name]));
}

type Writing = Readonly<{ changes: readonly LineChange[]; plan: PlanOfPlace }>;

async function writeLines(tx: Transaction, actor: Actor, { changes, plan }: Writing): Promise<void> {
  for (const { id: lineId, placeId, fields } of changes) {
    requireCan(actor, "rollout.plan", await whereaboutsOf(tx, placeId));
    const versions = lineOf(plan, lineId)?.versions ?? {};
    const subject = lineId ?? uuidv7();
    await saveRecord(tx, actor, {
      type: "rolloutItem",
      subject,
      place: placeId,
      fields,
      versions,
      changeId: uuidv7(),
    });
  }
}
