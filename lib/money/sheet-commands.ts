import "server-only";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import type { RecordType } from "@/lib/changes/registry";
import { saveRecord } from "@/lib/changes/save-record";
import { uuidv7 } from "@/lib/changes/uuid";
import { AppError } from "@/lib/errors";
import { readTable, TableError } from "@/lib/places/import/table";
import { type Intake, readIntake, type SheetAnswer, sheetAnswer } from "@/lib/record-sheet-intake";
import { budgetLines } from "./budget-queries";
import { type BudgetLevel, budgetSheet, standingLines } from "./budget-sheet";
import { partnerRegister } from "./partner-queries";
import { partnerSheet, standingActivities } from "./partner-sheet";
import { moneyWords } from "./words";

type Sent = Readonly<{ bytes: Uint8Array; confirm: boolean }>;

/** A district's lines by the province, else those of provinces and the nation by the ministry. */
export function budgetLevel(actor: Actor): BudgetLevel {
  if (can(actor, "budget.record")) return "district";
  requireCan(actor, "budget.recordNational");
  return "nation";
}

/** A year's budget lines back in: without `confirm` what would change; with it the rows without mistakes, all or none. */
export async function takeBudgetSheet(
  actor: Actor,
  { bytes, confirm, year }: Sent & { year: number },
): Promise<SheetAnswer> {
  const level = budgetLevel(actor);
  return taken(actor, { bytes, confirm }, async (table) => {
    const { lines, ...lists } = await budgetLines(actor, { year, level });
    const standing = standingLines(lines, level);
    const read = readIntake(table, budgetSheet({ ...lists, words: moneyWords(), level, standing }), standing);
    const records = read.intake.map(({ fields: { districtId, ...fields }, ...one }) => ({
      ...one,
      fields,
      place: level === "district" ? String(districtId) : null,
      type: level === "district" ? ("budget" as const) : ("nationalBudget" as const),
    }));
    return { read, records };
  });
}

/** The partner register back in, in the same way. */
export async function takePartnerSheet(actor: Actor, sent: Sent): Promise<SheetAnswer> {
  requireCan(actor, "rollout.record");
  return taken(actor, sent, async (table) => {
    const { activities, ...lists } = await partnerRegister(actor);
    const standing = standingActivities(activities);
    const read = readIntake(table, partnerSheet({ ...lists, words: moneyWords(), standing }), standing);
    const records = read.intake.map((one) => ({ ...one, place: null, type: "partnerActivity" as const }));
    return { read, records };
  });
}

type Table = Awaited<ReturnType<typeof readTable>>;
type Told = Readonly<{
  read: ReturnType<typeof readIntake>;
  records: readonly (Intake & { place: string | null; type: RecordType })[];
}>;

async function taken(actor: Actor, { bytes, confirm }: Sent, told: (table: Table) => Promise<Told>) {
  const table = await tableOf(bytes);
  if ("refused" in table) return table;
  const { read, records } = await told(table);
  if (confirm)
    await withScope(actor.scope, async (tx) => {
      for (const { id, type, place, fields, versions } of records)
        await saveRecord(tx, actor, {
          type,
          subject: id ?? uuidv7(),
          place,
          fields,
          versions,
          changeId: uuidv7(),
        });
    });
  return sheetAnswer(read, confirm);
}

async function tableOf(bytes: Uint8Array) {
  try {
    return await readTable(bytes);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    if (error.problem === "repeated_column") return { refused: "duplicate_heading" as const };
    if (error.problem === "too_many_rows") return { refused: "too_many_rows" as const };
    throw new AppError("invalid", { field: "file", reason: error.problem });
  }
}
