import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { withScope } from "@/db/client";
import { photos } from "@/db/schema/media";
import { sensitiveReads } from "@/db/schema/traces";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { uuidv7 } from "@/lib/changes/uuid";
import { AppError } from "@/lib/errors";
import { derivedPicture } from "./derive";
import type { PhotoSize } from "./sizes";
import { mediaName, mediaStore, type StoredFile } from "./store";

export type PhotoFile = Readonly<{
  type: string;
  tag: string;
  sensitive: boolean;
  open: () => Promise<StoredFile>;
}>;

/**
 * The file of a photo, for someone who may see it; a sensitive one (an uncovered paper map) only with
 * `feature.readSensitive` there, and the look is logged in the same transaction. Everything else is `not_found`.
 */
export async function photoFile(actor: Actor, photoId: string, size: PhotoSize): Promise<PhotoFile> {
  requireCan(actor, "record.read");
  const photo = await withScope(actor.scope, async (tx) => {
    const wanted = and(eq(photos.id, photoId), isNull(photos.deletedAt), isNotNull(photos.storedAt));
    const [row] = await tx.select().from(photos).where(wanted);
    if (!row) throw new AppError("not_found");
    requireCan(actor, row.sensitive ? "feature.readSensitive" : "record.read", row);
    if (row.sensitive) {
      const read = {
        id: uuidv7(),
        userId: actor.userId,
        what: "photo",
        subjectId: row.id,
        districtId: row.districtId,
      };
      await tx.insert(sensitiveReads).values(read);
    }
    return row;
  });
  const store = mediaStore();
  const { sensitive, sha256 } = photo;
  const original = mediaName(sha256);
  if (!(await store.has(original))) throw new AppError("not_found");
  if (size === "full") return { type: photo.type, tag: sha256, sensitive, open: () => store.read(original) };
  const smaller = await derivedPicture(sha256, size);
  return { type: "image/webp", tag: `${sha256}-${size}`, sensitive, open: () => store.read(smaller) };
}
