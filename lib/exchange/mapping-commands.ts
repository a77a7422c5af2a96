import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { externalIds, valueImports } from "@/db/schema/value-imports";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { AppError } from "@/lib/errors";
import { carryOn } from "./jobs";
import type { MeaningForm } from "./mapping";
import { importDistricts } from "./reach";

const reporterKinds = { village: 1, facility: 2 } as const;

/** Says what an id of another system means, for this import and all that follow, and looks at the import again. */
export async function rememberId(actor: Actor, form: MeaningForm): Promise<void> {
  requireCan(actor, "values.import");
  const districts = importDistricts(actor);
  const districtId = districts?.[0] ?? null;
  await withScope(actor.scope, async (tx) => {
    const [row] = await tx.select().from(valueImports).where(eq(valueImports.id, form.importId));
    if (!row) throw new AppError("not_found");
    const meant = await meantBy(tx, form, districts);
    const { kind, externalId, combo } = form;
    const scheme = kind === "unit" ? row.unitScheme : row.elementScheme;
    const key = { districtId, system: row.system, kind, scheme, externalId, combo };
    const [known] = await tx.select().from(externalIds).where(sameKey(key));
    const id = known?.id ?? randomUUID();
    await tx
      .insert(externalIds)
      .values({ id, ...key, ...meant, createdBy: actor.userId })
      .onConflictDoUpdate({
        target: externalIds.id,
        set: { ...meant, createdBy: actor.userId, createdAt: sql`now()` },
      });
    await record(tx, actor, { id, districtId, kind: "externalId.record", fields: { ...key, ...meant } });
  });
  await carryOn(actor, "judge", form.importId);
}

type Key = Pick<
  typeof externalIds.$inferSelect,
  "districtId" | "system" | "kind" | "scheme" | "externalId" | "combo"
>;
const sameKey = ({ districtId, system, kind, scheme, externalId, combo }: Key) =>
  and(
    districtId === null ? isNull(externalIds.districtId) : eq(externalIds.districtId, districtId),
    eq(externalIds.system, system),
    eq(externalIds.kind, kind),
    eq(externalIds.scheme, scheme),
    eq(externalIds.externalId, externalId),
    eq(externalIds.combo, combo),
  );

const nothing = { reporterKind: null, reporterId: null, elementNumber: null };

async function meantBy(tx: Transaction, { kind, meaning }: MeaningForm, districts: readonly string[] | null) {
  const { what, which } = meaning;
  if (what === "aside") return nothing;
  if ((what === "element") !== (kind === "element"))
    throw new AppError("invalid", { fields: { meaning: "kind" } });
  if (what === "element") {
    const [found] = await tx.execute<{ number: number }>(
      sql`select number from data_elements where number = ${Number(which)} and deleted_at is null`,
    );
    if (!found) throw new AppError("invalid", { fields: { meaning: "unknown" } });
    return { ...nothing, elementNumber: found.number };
  }
  const [found] = await tx.execute<{ district: string }>(
    what === "village"
      ? sql`select district_id as district from places where id = ${which} and level = 'village' and valid_to is null`
      : sql`select coalesce(v.district_id, f.district_id) as district from facilities f
          left join places v on v.id = f.village_id where f.id = ${which}`,
  );
  if (!found) throw new AppError("invalid", { fields: { meaning: "unknown" } });
  if (districts && !districts.includes(found.district))
    throw new AppError("forbidden", { verb: "values.import" });
  return { ...nothing, reporterKind: reporterKinds[what], reporterId: which };
}

/** The id is unknown again, from the next import on. */
export async function forgetId(actor: Actor, { id }: { id: string }): Promise<void> {
  requireCan(actor, "values.import");
  await withScope(actor.scope, async (tx) => {
    const [gone] = await tx.delete(externalIds).where(eq(externalIds.id, id)).returning();
    if (!gone) throw new AppError("not_found");
    const { districtId, createdBy: _by, createdAt: _at, ...fields } = gone;
    await record(tx, actor, { id, districtId, kind: "externalId.delete", fields });
  });
}

type Said = Readonly<{
  id: string;
  districtId: string | null;
  kind: "externalId.record" | "externalId.delete";
  fields: Record<string, unknown>;
}>;

const record = (tx: Transaction, actor: Actor, { id, districtId, kind, fields }: Said) =>
  auditWithin(tx, actor, {
    id: randomUUID(),
    kind,
    subject: id,
    place: { districtId, villageId: null },
    fields,
  });
