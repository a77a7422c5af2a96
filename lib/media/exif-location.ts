/** Where a picture says it was taken: [longitude, latitude] in degrees. */
export type TakenAt = readonly [longitude: number, latitude: number];

/** `unreadable`: there is a location block, but no numbers could be read from it. */
export type ExifLocation = TakenAt | "unreadable" | null;

const gpsBlockTag = 0x8825;

type Directory = Map<number, { type: number; count: number; at: number }>;

/** The location in an EXIF block (TIFF bytes, with or without the leading "Exif\0\0"). Never throws. */
export function locationInExif(bytes: Uint8Array): ExifLocation {
  const start = bytes[0] === 0x45 && bytes[1] === 0x78 ? 6 : 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.max(0, bytes.byteLength - start));
  try {
    return readLocation(view);
  } catch {
    return hasGpsMark(bytes) ? "unreadable" : null;
  }
}

function readLocation(view: DataView): ExifLocation {
  const little = view.getUint16(0) === 0x4949;
  const block = directory(view, view.getUint32(4, little), little).get(gpsBlockTag);
  if (!block) return null;
  try {
    const gps = directory(view, view.getUint32(block.at, little), little);
    const latitude = degrees(view, gps.get(2), little);
    const longitude = degrees(view, gps.get(4), little);
    // A block with a version and nothing else, as many editors leave it, tells no place.
    if (latitude === null && longitude === null) return null;
    if (latitude === null || longitude === null) return "unreadable";
    return [signed(view, gps.get(3), longitude), signed(view, gps.get(1), latitude)];
  } catch {
    return "unreadable";
  }
}

function directory(view: DataView, offset: number, little: boolean): Directory {
  const entries: Directory = new Map();
  const count = view.getUint16(offset, little);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * 12;
    const entry = { type: view.getUint16(at + 2, little), count: view.getUint32(at + 4, little), at: at + 8 };
    entries.set(view.getUint16(at, little), entry);
  }
  return entries;
}

/** Degrees, minutes and seconds as three fractions. */
function degrees(
  view: DataView,
  entry: { count: number; at: number } | undefined,
  little: boolean,
): number | null {
  if (!entry || entry.count < 3) return null;
  const offset = view.getUint32(entry.at, little);
  const part = (index: number) => {
    const divisor = view.getUint32(offset + index * 8 + 4, little);
    return divisor === 0 ? 0 : view.getUint32(offset + index * 8, little) / divisor;
  };
  return part(0) + part(1) / 60 + part(2) / 3600;
}

/** South and west are below zero; the letter stands in the entry itself. */
function signed(view: DataView, reference: { at: number } | undefined, value: number): number {
  const letter = reference ? String.fromCharCode(view.getUint8(reference.at)) : "";
  return letter === "S" || letter === "W" ? -value : value;
}

function hasGpsMark(bytes: Uint8Array): boolean {
  for (let at = 0; at + 1 < bytes.length; at++) {
    const pair = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    if (pair === 0x8825 || pair === 0x2588) return true;
  }
  return false;
}

/** The EXIF block of a JPEG file, or null; enough for what phones write. */
export function exifOfJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    if (marker === 0xda || length < 2) return null;
    const isExif = marker === 0xe1 && bytes[at + 4] === 0x45 && bytes[at + 5] === 0x78;
    if (isExif) return bytes.subarray(at + 4, at + 2 + length);
    at += 2 + length;
  }
  return null;
}
