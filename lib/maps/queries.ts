import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { mapCategories, mapFeatures, maps } from "@/db/schema/maps";
import { photos } from "@/db/schema/media";
import { consents, workshopGroups } from "@/db/schema/workshops";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Category, ControlPoint, Feature, Geometry, VillageMap } from "./schema";

export type MapFeatureView = Feature & Readonly<{ id: string }>;
export type CoveredPhoto = Readonly<{ id: string; width: number; height: number }>;

export type MapView = Readonly<{
  id: string;
  districtId: string;
  villageId: string | null;
  workshopId: string;
  title: string | null;
  group: Readonly<{ kind: string; label: string | null; ethnicGroupId: string | null }> | null;
  base: VillageMap["base"];
  controlPoints: readonly ControlPoint[];
  photoOpacity: number | null;
  features: readonly MapFeatureView[];
  /** How many sensitive things are on the map that are not in `features`. */
  hidden: number;
  /** The covered and confirmed copy of the paper map, if its picture has arrived. */
  covered: CoveredPhoto | null;
}>;

/** The whole vocabulary, in legend order, also what is no longer in use: old maps keep their meaning. */
export async function mapVocabulary(actor: Actor): Promise<Category[]> {
  const rows = await withScope(actor.scope, (tx) =>
    tx.select().from(mapCategories).orderBy(asc(mapCategories.position)),
  );
  return rows as Category[];
}

/** The maps of a workshop without anything sensitive: for village page, poster and comparison. */
export async function workshopMaps(actor: Actor, workshopId: string): Promise<MapView[]> {
  requireCan(actor, "record.read");
  return withScope(actor.scope, async (tx) => {
    const rows = await selectMaps(tx, and(eq(maps.workshopId, workshopId), isNull(maps.deletedAt)));
    return complete(tx, rows);
  });
}

type MapRow = Awaited<ReturnType<typeof selectMaps>>[number];

function selectMaps(tx: Transaction, where: ReturnType<typeof and>) {
  return tx
    .select({ map: maps, group: workshopGroups })
    .from(maps)
    .leftJoin(workshopGroups, and(eq(workshopGroups.id, maps.groupId), isNull(workshopGroups.deletedAt)))
    .where(where)
    .orderBy(asc(maps.id));
}

async function complete(tx: Transaction, rows: readonly MapRow[]): Promise<MapView[]> {
  const ids = rows.map(({ map }) => map.id);
  if (ids.length === 0) return [];
  const shown = and(inArray(mapFeatures.mapId, ids), isNull(mapFeatures.deletedAt));
  const features = await tx
    .select()
    .from(mapFeatures)
    .where(and(shown, eq(mapFeatures.sensitive, false)))
    .orderBy(asc(mapFeatures.id));
  const hidden = await tx.execute<{ id: string; n: number }>(
    sql`select id, hidden_features(id) + (select count(*)::int from map_features f where f.map_id = m.id and f.sensitive and f.deleted_at is null) n
        from unnest(${sql.param(`{${ids.join(",")}}`)}::uuid[]) m(id)`,
  );
  const covered = await coveredPhotos(tx, rows);
  return rows.map(({ map, group }) => ({
    ...viewOf(map, group),
    features: features.filter(({ mapId }) => mapId === map.id).map(featureView),
    hidden: hidden.find(({ id }) => id === map.id)?.n ?? 0,
    covered: (map.photoId && covered.get(map.photoId)) || null,
  }));
}

function viewOf(map: MapRow["map"], group: MapRow["group"]) {
  const { id, districtId, villageId, workshopId, title, photoOpacity } = map;
  return {
    id,
    districtId,
    villageId,
    workshopId,
    title,
    photoOpacity,
    base: map.base as VillageMap["base"],
    controlPoints: (map.controlPoints as ControlPoint[] | null) ?? [],
    group: group && { kind: group.kind, label: group.label, ethnicGroupId: group.ethnicGroupId },
  };
}

async function coveredPhotos(tx: Transaction, rows: readonly MapRow[]): Promise<Map<string, CoveredPhoto>> {
  const originals = rows.flatMap(({ map }) => (map.photoId ? [map.photoId] : []));
  if (originals.length === 0) return new Map();
  const found = await tx
    .select()
    .from(photos)
    .where(
      and(
        inArray(photos.coveredFromId, originals),
        eq(photos.coveredConfirmed, true),
        eq(photos.sensitive, false),
        isNull(photos.deletedAt),
        sql`${photos.storedAt} is not null`,
      ),
    )
    .orderBy(asc(photos.createdAt));
  return new Map(
    found.map(({ id, width, height, coveredFromId }) => [coveredFromId as string, { id, width, height }]),
  );
}

export const featureView = (row: typeof mapFeatures.$inferSelect): MapFeatureView => ({
  id: row.id,
  mapId: row.mapId,
  category: row.category,
  geometry: row.geometry as Geometry,
  label: row.label,
  note: row.note,
  season: row.season as Feature["season"],
  households: row.households,
  people: row.people,
  sensitive: row.sensitive,
  photoId: row.photoId,
});

/** A map's own row for someone who may read it; `not_found` for everyone else. */
export async function mapRow(tx: Transaction, id: string): Promise<typeof maps.$inferSelect> {
  const [row] = await tx
    .select()
    .from(maps)
    .where(and(eq(maps.id, id), isNull(maps.deletedAt)));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Has the village agreed, and not taken back, that its maps leave as files? The newest answer counts. */
export async function exportAllowed(tx: Transaction, workshopId: string): Promise<boolean> {
  const [latest] = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.workshopId, workshopId), eq(consents.use, "export"), isNull(consents.deletedAt)))
    .orderBy(sql`${consents.date} desc, ${consents.updatedAt} desc`)
    .limit(1);
  if (!latest?.given || latest.withdrawnOn) return false;
  return latest.until === null || latest.until >= today();
}
