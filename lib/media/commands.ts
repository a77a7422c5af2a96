import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { photos } from "@/db/schema/media";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { inspectPicture } from "./inspect";
import { mediaLimits } from "./schema";
import { dropFile, isStored, keepFile, type Received, receiveFile } from "./store";

type Upload = Readonly<{ photoId: string; sha256: string; body: ReadableStream<Uint8Array> | null }>;
type PhotoRow = typeof photos.$inferSelect;

/**
 * Takes the picture of a photo whose record is already here. Repeating it is harmless. `not_found` also for photos of
 * places that are not the actor's.
 */
export async function storePhoto(actor: Actor, upload: Upload): Promise<{ status: "stored" | "duplicate" }> {
  const photo = await photoToFill(actor, upload);
  if (photo.storedAt && (await isStored(photo.sha256))) return { status: "duplicate" };
  const received = await receiveFile(upload.body, mediaLimits.bytes);
  try {
    await refuseMisfits(received, photo);
    await keepFile(received.path, photo.sha256);
  } finally {
    await dropFile(received.path);
  }
  await markStored(actor, photo.id);
  return { status: "stored" };
}

async function photoToFill(actor: Actor, { photoId, sha256 }: Upload): Promise<PhotoRow> {
  requireCan(actor, "workshop.record");
  const [photo] = await withScope(actor.scope, (tx) =>
    tx
      .select()
      .from(photos)
      .where(and(eq(photos.id, photoId), isNull(photos.deletedAt))),
  );
  if (!photo) throw new AppError("not_found");
  requireCan(actor, "workshop.record", photo);
  if (photo.sha256 !== sha256)
    throw new AppError("invalid", { field: "sha256", reason: "not_the_recorded_picture" });
  return photo;
}

/** The bytes have the last word: hash, kind, and no place inside (that is a field of the record, with consent). */
async function refuseMisfits(received: Received, photo: PhotoRow): Promise<void> {
  if (received.sha256 !== photo.sha256)
    throw new AppError("invalid", { field: "sha256", reason: "content_differs" });
  const found = await inspectPicture(received.path);
  if (found.type !== photo.type) throw new AppError("invalid", { field: "type", reason: "content_differs" });
  if (found.tellsLocation) throw new AppError("invalid", { field: "location", reason: "location_inside" });
}

const markStored = (actor: Actor, id: string) =>
  withScope(actor.scope, (tx) =>
    tx.update(photos).set({ storedAt: sql`coalesce(stored_at, now())` }).where(eq(photos.id, id)),
  );
