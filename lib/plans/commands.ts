import "server-only";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyWithin } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { uuidv7 } from "@/lib/changes/uuid";
import { whereaboutsOf } from "@/lib/changes/whereabouts";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { officesOf } from "./offices";
import { type PlanSheet, planSheetWithin, versionsOf } from "./queries";
import { type RowDifference, sheetDifference } from "./sheet-difference";
import { type CellError, readPlanRows, type SheetRow } from "./spreadsheet-import";

export type SheetImport =
  | Readonly<{ refused: "no_heading" | "duplicate_heading" | "too_many_rows" }>
  | Readonly<{
      refused?: never;
      changed: number;
      added: number;
      reports: number;
      errors: readonly CellError[];
      unknownHeadings: readonly string[];
      /** Actions written; 0 in a dry run. */
      taken: number;
    }>;

/**
 * A plan's spreadsheet back in. Without `confirm` nothing is written: the answer says what would change and every cell that
 * cannot be taken. With it the rows without mistakes are written, all of them or none.
 */
export async function importPlanSheet(
  actor: Actor,
  input: { planId: string; rows: readonly SheetRow[]; confirm: boolean },
): Promise<SheetImport> {
  return withScope(actor.scope, async (tx) => {
    const sheet = await planSheetWithin(tx, input.planId);
    requireCan(actor, "workshop.record", await whereaboutsOf(tx, sheet.place));
    const actionIds = new Set(sheet.actions.map(({ id }) => id));
    const read = readPlanRows(input.rows, { problems: sheet.problems, actionIds });
    if (read.refused) return { refused: read.refused };
    const differences = sheetDifference(read.changes, sheet.actions);
    if (input.confirm) await writeRows(tx, { actor, sheet, differences });
    return {
      changed: differences.filter(({ actionId }) => actionId).length,
      added: differences.filter(({ actionId }) => !actionId).length,
      reports: differences.filter(({ status }) => status).length,
      errors: read.errors,
      unknownHeadings: read.unknownHeadings,
      taken: input.confirm ? differences.length : 0,
    };
  });
}

type Writing = Readonly<{ actor: Actor; sheet: PlanSheet; differences: readonly RowDifference[] }>;

/** One change per action and one per report, each with its own history, in one transaction. */
async function writeRows(tx: Transaction, { actor, sheet, differences }: Writing): Promise<void> {
  const known = differences.flatMap(({ actionId }) => actionId ?? []);
  const versions = await versionsOf(tx, known);
  let position = sheet.actions.reduce((most, { action }) => Math.max(most, action.position ?? 0), 0);
  for (const { actionId, fields, status } of differences) {
    const subject = actionId ?? uuidv7();
    if (!actionId) position += 1;
    const made = actionId ? fields : { ...fields, planId: sheet.planId, position };
    await write(tx, { actor, sheet, subject, fields: made, base: versions.get(subject) ?? {} });
    if (status) await report(tx, { actor, sheet, actionId: subject, status });
  }
}

async function write(
  tx: Transaction,
  input: {
    actor: Actor;
    sheet: PlanSheet;
    subject: string;
    fields: Record<string, unknown>;
    base: Record<string, string>;
  },
): Promise<void> {
  const { actor, sheet, subject, fields, base } = input;
  if (Object.keys(fields).length === 0) return;
  const seen = Object.fromEntries(Object.keys(fields).map((name) => [name, base[name] ?? null]));
  const change = newChange({
    type: "action",
    subject,
    place: sheet.place,
    fields,
    base: seen,
    madeAt: now(),
  });
  await accepted(tx, actor, change);
}

async function report(
  tx: Transaction,
  input: { actor: Actor; sheet: PlanSheet; actionId: string; status: NonNullable<RowDifference["status"]> },
): Promise<void> {
  const { actor, sheet, actionId, status } = input;
  const [office = "other"] = officesOf(actor.assignments.map(({ role }) => role));
  const fields = { actionId, status, date: today(), office };
  await accepted(tx, actor, newChange({ type: "progress", place: sheet.place, fields, madeAt: now() }));
}

async function accepted(tx: Transaction, actor: Actor, change: ReturnType<typeof newChange>): Promise<void> {
  const answer = await applyWithin(tx, actor, change);
  if (answer.status !== "accepted" && answer.status !== "merged") {
    throw new AppError("conflict", { reason: answer.status });
  }
}
