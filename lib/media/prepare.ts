import { exifOfJpeg, locationInExif, type TakenAt } from "./exif-location";
import { mediaLimits } from "./schema";

export type PreparedPhoto = Readonly<{
  blob: Blob;
  sha256: string;
  bytes: number;
  width: number;
  height: number;
  type: "image/jpeg";
  /** Only when the village consented to keeping it; the picture itself never carries it. */
  location: TakenAt | null;
}>;

/** Width and height at most `longest` on the longer side, never enlarged. */
export function fittedSize(width: number, height: number, longest: number = mediaLimits.longestSide) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const encode = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("not_a_picture"))),
      "image/jpeg",
      quality,
    ),
  );

/** A JPEG of what the canvas shows. Drawn anew, it has no EXIF: no place, no device, no time. */
export async function photoOfCanvas(canvas: HTMLCanvasElement, quality = 0.85): Promise<PreparedPhoto> {
  const blob = await encode(canvas, quality);
  const { width, height } = canvas;
  return {
    blob,
    sha256: await sha256Of(blob),
    bytes: blob.size,
    width,
    height,
    type: "image/jpeg",
    location: null,
  };
}

/** Browser only: scales a photo to at most 2400 px and redraws it. Throws `not_a_picture` for anything the browser cannot show. */
export async function preparePhoto(
  file: Blob,
  options: { keepLocation?: boolean } = {},
): Promise<PreparedPhoto> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Error("not_a_picture");
  });
  const size = fittedSize(bitmap.width, bitmap.height);
  const canvas = Object.assign(document.createElement("canvas"), size);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("not_a_picture");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(bitmap, 0, 0, size.width, size.height);
  bitmap.close();
  const prepared = await photoOfCanvas(canvas);
  return { ...prepared, location: options.keepLocation ? await locationOf(file) : null };
}

async function locationOf(file: Blob): Promise<TakenAt | null> {
  const exif = exifOfJpeg(new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer()));
  const found = exif && locationInExif(exif);
  return found && found !== "unreadable" ? found : null;
}
