import "server-only";
import { open } from "node:fs/promises";
import sharp from "sharp";
import { newIncoming } from "./incoming";
import { type PhotoSize, photoSizes } from "./sizes";
import { mediaName, mediaStore } from "./store";

type Derived = Exclude<PhotoSize, "full">;

/** The name of a smaller picture, made at the first call and kept under the hash of the original. */
export async function derivedPicture(sha256: string, size: Derived): Promise<string> {
  const name = mediaName(sha256, variantOf(size));
  if (!(await mediaStore().has(name))) await derive(sha256, size, name);
  return name;
}

async function derive(sha256: string, size: Derived, name: string): Promise<void> {
  const side = photoSizes[size];
  const fit = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  const { body } = await mediaStore().read(mediaName(sha256));
  const original = Buffer.from(await new Response(body).arrayBuffer());
  const picture = await sharp(original).rotate().resize(fit).webp({ quality: 78 }).toBuffer();
  const draft = await newIncoming();
  const file = await open(draft, "wx");
  await file.writeFile(picture);
  await file.close();
  await mediaStore().keep(draft, name);
}

const variantOf = (size: string) => `${size}.webp`;

/** The stored picture with everything derived from it; what is not there is gone already. */
export async function dropPicture(sha256: string): Promise<void> {
  const smaller = Object.keys(photoSizes).map((size) => mediaName(sha256, variantOf(size)));
  for (const name of [...smaller, mediaName(sha256)]) await mediaStore().drop(name);
}
