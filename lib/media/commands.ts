import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import { photos } from "@/db/schema/media";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { assembledFile, dropFile, type Received, receiveFile } from "./incoming";
import { inspectPicture } from "./inspect";
import { heldBytes, keepPart, type PartRange } from "./parts";
import { mediaLimits } from "./schema";
import { mediaName, mediaStore } from "./store";

type Named = Readonly<{ photoId: string; sha256: string }>;
type Upload = Named & Readonly<{ body: ReadableStream<Uint8Array> | null }>;
type PhotoToFill = Readonly<{ id: string; sha256: string; type: string; stored: boolean }>;
type Stored = Readonly<{ status: "stored" | "duplicate" }>;

/**
 * Takes the picture of a photo whose record is already here. Repeating it is harmless. `not_found` also for photos of
 * places that are not the actor's, unless they have its picture.
 */
export async function storePhoto(actor: Actor, upload: Upload): Promise<Stored> {
  const photo = await photoToFill(actor, upload);
  if (await isComplete(photo)) return { status: "duplicate" };
  const received = await receiveFile(upload.body, mediaLimits.bytes);
  return keepPicture(actor, received, photo).finally(() => dropFile(received.path));
}

/** The same in parts, in any number of requests: "partial" says how many bytes are here. */
export async function storePhotoPart(
  actor: Actor,
  { range, body, ...named }: Upload & { range: PartRange },
): Promise<Stored | Readonly<{ status: "partial"; have: number }>> {
  const photo = await photoToFill(actor, named);
  if (await isComplete(photo)) return { status: "duplicate" };
  const part = { ...range, photoId: photo.id, body };
  const { have, whole } = await keepPart(actor, part, async (path) =>
    keepPicture(actor, await assembledFile(path), photo),
  );
  return whole ?? { status: "partial", have };
}

/** How far a picture has arrived from this person. */
export async function uploadState(actor: Actor, named: Named): Promise<{ complete: boolean; have: number }> {
  const photo = await photoToFill(actor, named);
  return { complete: await isComplete(photo), have: await heldBytes(actor, photo.id) };
}

const isComplete = async ({ stored, sha256 }: PhotoToFill) =>
  stored && (await mediaStore().has(mediaName(sha256)));

async function keepPicture(actor: Actor, received: Received, photo: PhotoToFill): Promise<Stored> {
  await refuseMisfits(received, photo);
  await mediaStore().keep(received.path, mediaName(photo.sha256));
  await withScope(actor.scope, (tx) => tx.execute(sql`select photo_filled(${photo.id}, ${photo.sha256})`));
  return { status: "stored" };
}

/**
 * The record names its picture's hash: whoever knows both was given the picture by its author, and may bring it from
 * wherever they work (docs/decisions/0031). It opens nothing to them.
 */
async function photoToFill(actor: Actor, { photoId, sha256 }: Named): Promise<PhotoToFill> {
  requireCan(actor, "workshop.record");
  return withScope(actor.scope, async (tx) => {
    const [named] = await tx.execute<{ photo: PhotoToFill | null }>(
      sql`select photo_to_fill(${photoId}, ${sha256}) as photo`,
    );
    if (named?.photo) return named.photo;
    const seen = and(eq(photos.id, photoId), isNull(photos.deletedAt));
    const [another] = await tx.select({ id: photos.id }).from(photos).where(seen);
    if (!another) throw new AppError("not_found");
    throw new AppError("invalid", { field: "sha256", reason: "not_the_recorded_picture" });
  });
}

/** The bytes have the last word: hash, kind, and no place inside (that is a field of the record, with consent). */
async function refuseMisfits(received: Received, photo: PhotoToFill): Promise<void> {
  if (received.sha256 !== photo.sha256)
    throw new AppError("invalid", { field: "sha256", reason: "content_differs" });
  const found = await inspectPicture(received.path);
  if (found.type !== photo.type) throw new AppError("invalid", { field: "type", reason: "content_differs" });
  if (found.tellsLocation) throw new AppError("invalid", { field: "location", reason: "location_inside" });
}
