import { z } from "zod";
import { count, id, instant, latitude, line, longitude, optional } from "@/lib/changes/fields";

export const photoPurposes = ["paper_map", "evidence", "display", "group", "feature"] as const;
export const mediaLimits = {
  bytes: 12_000_000,
  /** Of one part of a picture that is sent in parts. */
  partBytes: 262_144,
  longestSide: 2400,
  types: ["image/jpeg", "image/png", "image/webp"],
} as const;

/** What is known of a photo. The picture itself travels apart, named by its SHA-256. */
export const PhotoFields = z.object({
  workshopId: id,
  purpose: z.enum(photoPurposes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().min(1).max(mediaLimits.bytes),
  width: count,
  height: count,
  type: z.enum(mediaLimits.types),
  caption: optional(line),
  takenAt: optional(instant),
  /** A paper map is sensitive until someone has covered what must not be seen and confirmed it. */
  sensitive: z.boolean(),
  /** Set on the derived picture whose boxes are burnt in. */
  coveredFromId: optional(id),
  coveredConfirmed: optional(z.boolean()),
  locationKept: optional(z.boolean()),
  /** Where it was taken, kept here and never inside the picture, and only with the village's consent. */
  location: optional(z.tuple([longitude, latitude])),
});
export type Photo = z.infer<typeof PhotoFields>;

/** What `preparePhoto` throws for a file that no browser can show; anything else is trouble with keeping it. */
export const isNoPicture = (error: unknown): boolean =>
  error instanceof Error && error.message === "not_a_picture";
