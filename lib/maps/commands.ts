import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { mapCategories, mapFeatures } from "@/db/schema/maps";
import { sensitiveReads } from "@/db/schema/traces";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { applyWithin } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { uuidv7 } from "@/lib/changes/uuid";
import { AppError } from "@/lib/errors";
import type { ExportResult, FileRefusal, ImportedFeature, RejectedFeature } from "./exchange/feature";
import type { FileFormat } from "./file-formats";
import { readers, writers } from "./files";
import { exportAllowed, featureView, mapRow } from "./queries";
import type { Category } from "./schema";
import { spaceOfBase } from "./space";

type Export = Readonly<{ mapId: string; format: FileFormat; withSensitive: boolean }>;

/**
 * A map as a file. The village must have agreed to export; sensitive features leave only with the right to see them, when
 * asked for, and then the read is logged. `leftOut` says what stayed.
 */
export async function exportMap(
  actor: Actor,
  { mapId, format, withSensitive }: Export,
): Promise<ExportResult> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const map = await mapRow(tx, mapId);
    requireCan(actor, withSensitive ? "feature.readSensitive" : "record.read", map);
    if (!(await exportAllowed(tx, map.workshopId)))
      throw new AppError("forbidden", { reason: "consent_export" });
    const rows = await tx
      .select()
      .from(mapFeatures)
      .where(and(eq(mapFeatures.mapId, mapId), isNull(mapFeatures.deletedAt)))
      .orderBy(asc(mapFeatures.id));
    if (withSensitive) {
      const read = {
        id: uuidv7(),
        userId: actor.userId,
        what: "map_export",
        subjectId: mapId,
        districtId: map.districtId,
      };
      await tx.insert(sensitiveReads).values(read);
    }
    const features = rows.map((row) => {
      const { category, geometry, label, note, season, households, people, sensitive } = featureView(row);
      const texts = { label: label ?? null, note: note ?? null };
      return {
        category,
        geometry,
        season,
        sensitive,
        ...texts,
        households: households ?? null,
        people: people ?? null,
      };
    });
    return writers[format](features, { includeSensitive: withSensitive, categories: await vocabulary(tx) });
  });
}

const vocabulary = async (tx: Transaction) => (await tx.select().from(mapCategories)) as Category[];

export type ImportReport = Readonly<{
  added: number;
  rejected: readonly (Omit<RejectedFeature, "reason"> & { reason: RejectedFeature["reason"] | "space" })[];
  /** Names of categories that the vocabulary lacks. */
  unknown: readonly string[];
}>;

type Import = Readonly<{ mapId: string; format: FileFormat; text: string; id: string }>;

/** Advisory locks and rollback segments are kept small; the ids make a torn upload safe to send again. */
const chunkSize = 500;

/**
 * Adds the features of a file to a map, each as a change of its own, 500 in a transaction; what cannot be taken is reported
 * by its place in the file. `id` (UUIDv7) names this upload: sent again it adds nothing twice. `invalid` or `too_large`
 * with `refused` when the file as a whole is no good.
 */
export async function importMapFile(
  actor: Actor,
  { mapId, format, text, id }: Import,
): Promise<ImportReport> {
  requireCan(actor, "workshop.record");
  const { map, categories } = await withScope(actor.scope, async (tx) => ({
    map: await mapRow(tx, mapId),
    categories: await vocabulary(tx),
  }));
  requireCan(actor, "workshop.record", map);
  const read = readers[format](text, categories);
  if (read.refused) throw refusal(read.refused);
  const space = spaceOfBase(map.base);
  const fitting = read.accepted.filter(({ geometry }) => geometry.space === space);
  const strangers = read.accepted.filter(({ geometry }) => geometry.space !== space);
  const place = map.villageId ?? map.districtId;
  const changes = fitting.map((feature, index) => importedChange({ feature, mapId, place, id, index }));
  for (let start = 0; start < changes.length; start += chunkSize) {
    const chunk = changes.slice(start, start + chunkSize);
    await withScope(actor.scope, async (tx) => {
      for (const change of chunk) await applyWithin(tx, actor, change);
    });
  }
  return {
    added: fitting.length,
    rejected: [
      ...read.rejected,
      ...strangers.map(({ position }) => ({ position, reason: "space" as const })),
    ],
    unknown: [
      ...new Set(fitting.flatMap(({ unknownCategory }) => (unknownCategory ? [unknownCategory] : []))),
    ],
  };
}

const refusal = (refused: FileRefusal) =>
  refused === "too_large" || refused === "too_many_features"
    ? new AppError("too_large", { refused })
    : new AppError("invalid", { refused });

type Imported = Readonly<{
  feature: ImportedFeature;
  mapId: string;
  place: string;
  id: string;
  index: number;
}>;

/** Ids and moment are made from the upload's own, so that the same upload repeated is the same changes. */
function importedChange({ feature, mapId, place, id, index }: Imported) {
  const { position: _p, unknownCategory: _u, ...fields } = feature;
  const madeAt = new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));
  const change = newChange({ type: "feature", place, fields: { ...fields, mapId }, madeAt });
  return { ...change, id: numbered(id, index, "c"), subject: numbered(id, index, "f") };
}

const numbered = (id: string, index: number, kind: "c" | "f") =>
  `${id.slice(0, 23)}-${kind}${index.toString(16).padStart(5, "0")}${id.slice(30)}`;
