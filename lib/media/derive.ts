import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type PhotoSize, photoSizes } from "./sizes";
import { dropFile, isStored, keepFile, mediaDir, mediaPath } from "./store";

type Derived = Exclude<PhotoSize, "full">;

/** The path of a smaller picture, made at the first call and kept under the hash of the original. */
export async function derivedPicture(sha256: string, size: Derived): Promise<string> {
  const variant = variantOf(size);
  if (!(await isStored(sha256, variant))) await derive(sha256, size, variant);
  return mediaPath(sha256, variant);
}

async function derive(sha256: string, size: Derived, variant: string): Promise<void> {
  const side = photoSizes[size];
  const fit = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  const picture = await sharp(mediaPath(sha256)).rotate().resize(fit).webp({ quality: 78 }).toBuffer();
  await mkdir(join(mediaDir(), "incoming"), { recursive: true });
  const draft = join(mediaDir(), "incoming", randomUUID());
  const file = await open(draft, "wx");
  await file.writeFile(picture);
  await file.close();
  await keepFile(draft, sha256, variant);
}

const variantOf = (size: string) => `${size}.webp`;

/** The stored picture with everything derived from it; what is not there is gone already. */
export async function dropPicture(sha256: string): Promise<void> {
  await Promise.all(Object.keys(photoSizes).map((size) => dropFile(mediaPath(sha256, variantOf(size)))));
  await dropFile(mediaPath(sha256));
}
