import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import { subjects } from "@/db/schema/changes";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { sameValue } from "@/lib/changes/canonical";
import { derivedId } from "@/lib/changes/derived-id";
import { id } from "@/lib/changes/fields";
import { identityOf } from "@/lib/changes/identity";
import type { Versions } from "@/lib/changes/merge";
import { readRecord } from "@/lib/changes/records";
import { saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { readTable, TableError } from "@/lib/places/import/table";
import { broughtBack } from "./commands";
import { nationalFigures } from "./queries";
import { readNationalSheet, type SheetEntry } from "./sheet";
import { sheetWords } from "./words";

export const sheetLimits = { rows: 500, bytes: 900_000, faults: 40 } as const;

export const TakeSheet = z.object({
  changeId: id,
  file: z.instanceof(File).refine(({ size }) => size > 0 && size <= sheetLimits.bytes),
});

/**
 * Targets and values of a file, all of them or, when one cell is wrong, none. What stands already is left alone, what differs is a
 * correction. Refuses with `fields`: `<row>.<column>` for each wrong cell, `file` for the file itself.
 */
export async function takeSheet(actor: Actor, { changeId, file }: z.infer<typeof TakeSheet>): Promise<void> {
  requireCan(actor, "national.record");
  const [table, { provinces }] = await Promise.all([readFile(file), nationalFigures(actor, null)]);
  const { entries, faults, missing } = readNationalSheet(table, { words: sheetWords(), provinces });
  if (missing.length > 0) refuse({ file: `missing:${missing.join(",")}` });
  if (faults.length > 0) {
    const told = faults.slice(0, sheetLimits.faults);
    refuse(Object.fromEntries(told.map(({ row, column, reason }) => [`${row}.${column}`, reason])));
  }
  await withScope(actor.scope, async (tx) => {
    for (const entry of entries) await takeEntry(tx, actor, changeId, entry);
  });
}

function refuse(fields: Record<string, string>): never {
  throw new AppError("invalid", { fields });
}

async function readFile(file: File) {
  try {
    const table = await readTable(new Uint8Array(await file.arrayBuffer()));
    if (table.rows.length > sheetLimits.rows) refuse({ file: "too_many_rows" });
    return table;
  } catch (error) {
    if (error instanceof TableError) refuse({ file: error.problem });
    throw error;
  }
}

async function takeEntry(tx: Transaction, actor: Actor, importId: string, { row, type, fields }: SheetEntry) {
  const subject = (await identityOf(type, fields)) as string;
  const changeId = await derivedId("national sheet", importId, String(row));
  const back = await broughtBack(tx, actor, { type, subject, changeId });
  const standing = await readRecord(tx, type, subject);
  if (standing && Object.keys(fields).every((name) => sameValue(standing[name], fields[name]))) return;
  const [known] = await tx.select().from(subjects).where(eq(subjects.id, subject));
  const versions = (back ?? known?.versions ?? {}) as Versions;
  await saveRecord(tx, actor, { type, subject, fields, versions, changeId });
}
