import "server-only";
import { open } from "node:fs/promises";
import sharp from "sharp";
import { AppError } from "@/lib/errors";
import { locationInExif } from "./exif-location";
import type { mediaLimits } from "./schema";

export type PictureType = (typeof mediaLimits.types)[number];
export type Inspected = Readonly<{
  type: PictureType;
  width: number;
  height: number;
  tellsLocation: boolean;
}>;

/** 2400 px is what our own phones send; a picture of 50 megapixels is a trap for memory. */
const mostPixels = 50_000_000;

const starts = (head: Buffer, bytes: readonly number[], at = 0) =>
  bytes.every((byte, index) => head[at + index] === byte);

/** The type by its first bytes, never by its name or the sender's word. */
export function sniffedType(head: Buffer): PictureType | null {
  if (starts(head, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP")
    return "image/webp";
  return null;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0).finally(() => file.close());
  return buffer;
}

/** Sniffs, then decodes every pixel: `invalid` with `field: "type"` for anything that is not a whole picture. */
export async function inspectPicture(path: string): Promise<Inspected> {
  const type = sniffedType(await headOf(path));
  if (!type) throw new AppError("invalid", { field: "type" });
  try {
    const picture = sharp(path, { limitInputPixels: mostPixels, failOn: "error" });
    const { width, height, exif, xmp } = await picture.metadata();
    await picture.stats();
    return { type, width, height, tellsLocation: tellsLocation(exif, xmp) };
  } catch {
    throw new AppError("invalid", { field: "type" });
  }
}

const tellsLocation = (exif?: Buffer, xmp?: Buffer) =>
  (exif !== undefined && locationInExif(exif) !== null) || (xmp?.includes("GPSL") ?? false);
