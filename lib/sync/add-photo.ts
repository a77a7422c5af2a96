import type { Fields } from "@/lib/changes/merge";
import { uuidv7 } from "@/lib/changes/uuid";
import { now, today } from "@/lib/clock";
import type { PreparedPhoto } from "@/lib/media/prepare";
import type { Photo } from "@/lib/media/schema";
import { consentStands } from "@/lib/workshops/consent";
import type { Consent } from "@/lib/workshops/schema";
import type { FieldDatabase } from "./database";
import { keptPicture } from "./pictures";
import type { NewRecord } from "./record";

export type PhotoMeta = Readonly<{
  workshopId: string;
  place: string;
  purpose: Photo["purpose"];
  sensitive?: boolean;
  caption?: string;
  /** Already drawn and hashed (a covered map): taken as it is. */
  prepared?: Omit<PreparedPhoto, "location">;
  coveredFromId?: string;
  coveredConfirmed?: boolean;
}>;
type Prepare = (file: Blob, options: { keepLocation: boolean }) => Promise<PreparedPhoto>;
type Phone = Readonly<{ db: FieldDatabase; keep: (input: NewRecord) => Promise<string>; prepare: Prepare }>;

/**
 * Keeps a photo, scaled and without its EXIF, and its record; where it was taken only when the village has agreed to
 * that. Resolves with the photo record's id.
 */
export async function addPhoto({ db, keep, prepare }: Phone, file: Blob, meta: PhotoMeta): Promise<string> {
  const { workshopId, place } = meta;
  const picture = await pictureOf({ db, prepare, file, meta });
  const { sha256, blob, type, bytes } = picture;
  const known = await db.media.get(sha256);
  if (known && (await db.records.get(["photo", known.photoId]))) return known.photoId;
  // The picture first: killed in between, there is a picture too many and never a record without its picture.
  const photoId = uuidv7();
  const savedAt = now().toISOString();
  const kept = await keptPicture(db, blob);
  await db.media.put({ sha256, photoId, ...kept, type, bytes, state: "waiting", code: null, savedAt });
  const fields = { ...describedBy(meta, picture), workshopId };
  await keep({ type: "photo", subject: photoId, place, fields });
  return photoId;
}

type Taking = Pick<Phone, "db" | "prepare"> & { file: Blob; meta: PhotoMeta };

async function pictureOf({ db, prepare, file, meta }: Taking): Promise<PreparedPhoto> {
  if (meta.prepared) return { ...meta.prepared, location: null };
  return prepare(file, { keepLocation: await mayKeepPlace(db, meta.workshopId) });
}

function describedBy(
  meta: PhotoMeta,
  { sha256, bytes, width, height, type, location }: PreparedPhoto,
): Fields {
  const { purpose, caption, coveredFromId, coveredConfirmed } = meta;
  const sensitive = meta.sensitive ?? (purpose === "paper_map" && !coveredConfirmed);
  const kept = location ? { locationKept: true, location } : {};
  const picture = { sha256, bytes, width, height, type, takenAt: now().toISOString() };
  return { ...picture, ...kept, purpose, sensitive, caption, coveredFromId, coveredConfirmed };
}

async function mayKeepPlace(db: FieldDatabase, workshopId: string): Promise<boolean> {
  const rows = await db.records.where("links").equals(workshopId).toArray();
  const answers = rows.filter(({ type, deletedAt }) => type === "consent" && !deletedAt);
  return consentStands(
    answers.map(({ fields }) => fields as Consent),
    "photo_location",
    today(),
  );
}
