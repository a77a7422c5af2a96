import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { mapCategories } from "@/db/schema/maps";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { AppError } from "@/lib/errors";
import type { CategoryEntry } from "./vocabulary-schema";

const nowhere = { districtId: null, villageId: null } as const;

/** The audit's subjects are UUIDs; a category is known by its word. */
function subjectOf(id: string): string {
  const hex = createHash("sha256").update(`map category ${id}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Adds a symbol to the vocabulary or changes its words, drawing or use. Never removes: old maps keep their meaning. A group
 * needing care is always sensitive, whatever is asked.
 */
export async function recordCategory(actor: Actor, { change, ...entry }: CategoryEntry): Promise<void> {
  requireCan(actor, "vocabulary.manage");
  const fields = { ...entry, sensitive: entry.sensitive || entry.frame === "care" };
  await withScope(actor.scope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`category ${fields.id}`}, 0))`);
    const [repeated] = await tx.execute<{ digest: string | null }>(
      sql`select change_digest(${change}) as digest`,
    );
    if (repeated?.digest) return;
    const [before] = await tx.select().from(mapCategories).where(eq(mapCategories.id, fields.id));
    if (before && before.frame !== fields.frame)
      throw new AppError("conflict", { fields: { frame: "fixed" } });
    const [{ next } = { next: 0 }] = await tx
      .select({ next: sql<number>`coalesce(max(position), -1)::int + 1` })
      .from(mapCategories);
    const row = { ...fields, position: before?.position ?? next };
    await tx.insert(mapCategories).values(row).onConflictDoUpdate({ target: mapCategories.id, set: row });
    const audited = {
      id: change,
      kind: "category.record",
      subject: subjectOf(fields.id),
      place: nowhere,
    } as const;
    await auditWithin(tx, actor, { ...audited, fields: row, before: before ?? {} });
  });
}
