import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { valueImportPages, valueImports } from "@/db/schema/value-imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { AppError } from "@/lib/errors";
import { rest } from "./pace";
import { importDistricts } from "./reach";
import { resolveIds } from "./resolve";
import { type ImportSummary, summaryOf, summaryRow } from "./summary";

type Import = typeof valueImports.$inferSelect;

async function lockedImport(tx: Transaction, importId: string): Promise<Import> {
  const [row] = await tx.select().from(valueImports).where(eq(valueImports.id, importId)).for("update");
  if (!row) throw new AppError("not_found");
  return row;
}

/** Adds up what was read into monthly values, and says chunk by chunk what would become of them. */
export async function judgeImport(actor: Actor, importId: string): Promise<void> {
  requireCan(actor, "values.import");
  // Somebody may have begun to write it meanwhile: that stands.
  if (!(await planImport(actor, importId))) return;
  await eachChunk(actor, importId, (no) => sql`select apply_value_chunk(${importId}, ${no}, false)`);
  const still = and(eq(valueImports.id, importId), inArray(valueImports.status, ["reading", "read"]));
  await withScope(actor.scope, (tx) => tx.update(valueImports).set({ status: "read" }).where(still));
}

/** The same after somebody said what an id means. What is written already stays as it is: the next import has the rest. */
export async function judgeAnew(actor: Actor, importId: string): Promise<void> {
  const districts = importDistricts(actor);
  const status = await withScope(actor.scope, async (tx) => {
    const row = await lockedImport(tx, importId);
    if (row.status !== "read" && row.status !== "written") throw new AppError("stale");
    await resolveIds(tx, { ...row, importId, districts });
    return row.status;
  });
  if (status === "read") await judgeImport(actor, importId);
}

/** Throws away what was read and never written, with its pages. */
export async function discardImport(actor: Actor, importId: string): Promise<void> {
  requireCan(actor, "values.import");
  await withScope(actor.scope, async (tx) => {
    const [row] = await tx
      .select({ status: valueImports.status })
      .from(valueImports)
      .where(eq(valueImports.id, importId))
      .for("update");
    if (!row) return;
    if (row.status !== "read" && row.status !== "reading") throw new AppError("stale");
    await tx.delete(valueImports).where(eq(valueImports.id, importId));
  });
}

/** Whether it could be planned: what is being written, or was, stays as it is. */
const planImport = (actor: Actor, importId: string) =>
  withScope(actor.scope, async (tx) => {
    const { status } = await lockedImport(tx, importId);
    if (status !== "reading" && status !== "read") return false;
    await tx.execute(sql`select plan_value_import(${importId})`);
    return true;
  });

/** Chunks of different districts do not wait for each other: two at once, each on its half of the districts. */
const LANES = 2;

/** Each chunk in a transaction of its own: an import that was interrupted goes on where it stopped. */
async function eachChunk(
  actor: Actor,
  importId: string,
  call: (no: number) => ReturnType<typeof sql>,
): Promise<void> {
  const chunks = await withScope(actor.scope, (tx) =>
    tx.execute<{ no: number; values: number }>(
      sql`select no, cardinality(sizes) as values from value_import_chunks where import_id = ${importId} order by no`,
    ),
  );
  const each = Math.ceil(chunks.length / LANES);
  let failed = false;
  const ended = await Promise.allSettled(
    Array.from({ length: LANES }, async (_, lane) => {
      for (const { no, values } of chunks.slice(lane * each, (lane + 1) * each)) {
        if (failed) return;
        const began = performance.now();
        await withScope(actor.scope, (tx) => tx.execute(call(no))).catch((error) => {
          failed = true;
          throw error;
        });
        await rest(performance.now() - began, values);
      }
    }),
  );
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

/** Writes an import that was read. Written already, it says again what came of it. */
export async function writeImport(actor: Actor, importId: string): Promise<ImportSummary> {
  requireCan(actor, "values.import");
  const begun = await withScope(actor.scope, async (tx) => {
    const row = await lockedImport(tx, importId);
    if (row.status === "undone") throw new AppError("stale");
    if (row.status === "written") return false;
    if (row.status === "reading") await tx.execute(sql`select plan_value_import(${importId})`);
    await tx.update(valueImports).set({ status: "writing" }).where(eq(valueImports.id, importId));
    return true;
  });
  if (begun) {
    await eachChunk(actor, importId, (no) => sql`select apply_value_chunk(${importId}, ${no}, true)`);
    await withScope(actor.scope, (tx) => finish(tx, actor, importId));
  }
  return withScope(actor.scope, async (tx) => summaryOf(await summaryRow(tx, importId)));
}

async function finish(tx: Transaction, actor: Actor, importId: string): Promise<void> {
  const row = await lockedImport(tx, importId);
  if (row.status !== "writing") return;
  await tx.delete(valueImportPages).where(eq(valueImportPages.importId, importId));
  await tx
    .update(valueImports)
    .set({ status: "written", writtenAt: sql`now()` })
    .where(eq(valueImports.id, importId));
  const summary = summaryOf(await summaryRow(tx, importId));
  await record(tx, actor, row, "valueImport.record", { ...about(row), ...summary });
}

/** Takes a written import back; what somebody changed or verified since stays, and is told. */
export async function undoImport(actor: Actor, importId: string): Promise<void> {
  requireCan(actor, "values.import");
  const { status } = await withScope(actor.scope, (tx) => lockedImport(tx, importId));
  if (status === "undone") return;
  if (status !== "written") throw new AppError("stale");
  await eachChunk(actor, importId, (no) => sql`select undo_value_chunk(${importId}, ${no})`);
  await withScope(actor.scope, async (tx) => {
    const row = await lockedImport(tx, importId);
    if (row.status !== "written") return;
    await tx
      .update(valueImports)
      .set({ status: "undone", undoneAt: sql`now()` })
      .where(eq(valueImports.id, importId));
    const { restored, stayed } = summaryOf(await summaryRow(tx, importId));
    await record(tx, actor, row, "valueImport.delete", { restored, stayed });
  });
}

const told = [
  "fileName",
  "fileSha256",
  "format",
  "via",
  "system",
  "unitScheme",
  "elementScheme",
  "strategy",
] as const;
const about = (row: Import) => Object.fromEntries(told.map((name) => [name, row[name]]));

function record(
  tx: Transaction,
  actor: Actor,
  { id, districtIds }: Import,
  kind: "valueImport.record" | "valueImport.delete",
  fields: Record<string, unknown>,
): Promise<void> {
  const place = { districtId: districtIds?.[0] ?? null, villageId: null };
  return auditWithin(tx, actor, { id: randomUUID(), kind, subject: id, place, fields });
}
