import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { exifOfJpeg, locationInExif } from "./exif-location";
import { fittedSize } from "./prepare";

const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } });
const banBor = {
  GPSLatitudeRef: "N",
  GPSLatitude: "18/1 24/1 36/1",
  GPSLongitudeRef: "E",
  GPSLongitude: "103/1 39/1 0/1",
};

describe("locationInExif", () => {
  it("reads degrees, minutes and seconds from a JPEG", async () => {
    const file = await blank().jpeg().withExif({ IFD3: banBor }).toBuffer();
    const exif = exifOfJpeg(new Uint8Array(file));
    const found = exif && locationInExif(exif);
    expect(found).not.toBeNull();
    expect((found as readonly number[])[0]).toBeCloseTo(103.65, 5);
    expect((found as readonly number[])[1]).toBeCloseTo(18.41, 5);
  });

  it("puts south and west below zero", async () => {
    const exif = { ...banBor, GPSLatitudeRef: "S", GPSLongitudeRef: "W" };
    const { exif: block } = await sharp(await blank().jpeg().withExif({ IFD3: exif }).toBuffer()).metadata();
    const [longitude, latitude] = locationInExif(block as Buffer) as readonly [number, number];
    expect(longitude).toBeLessThan(-103);
    expect(latitude).toBeLessThan(-18);
  });

  it("finds nothing in a picture without a place", async () => {
    const file = await blank()
      .jpeg()
      .withExif({ IFD0: { Make: "Phone" } })
      .toBuffer();
    expect(locationInExif(exifOfJpeg(new Uint8Array(file)) as Uint8Array)).toBeNull();
    expect(exifOfJpeg(new Uint8Array(await blank().jpeg().toBuffer()))).toBeNull();
  });

  it("does not take a damaged place for none", async () => {
    const { exif } = await sharp(await blank().jpeg().withExif({ IFD3: banBor }).toBuffer()).metadata();
    expect(locationInExif((exif as Buffer).subarray(0, (exif as Buffer).length - 40))).toBe("unreadable");
    expect(locationInExif(new Uint8Array([0, 0, 0x88, 0x25]))).toBe("unreadable");
  });
});

describe("fittedSize", () => {
  it.each([
    [4800, 2400, { width: 2400, height: 1200 }],
    [3000, 4000, { width: 1800, height: 2400 }],
    [640, 480, { width: 640, height: 480 }],
    [90000, 1, { width: 2400, height: 1 }],
  ])("%i × %i", (width, height, expected) => expect(fittedSize(width, height)).toEqual(expected));
});
