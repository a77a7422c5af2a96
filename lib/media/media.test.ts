import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { storePhoto } from "./commands";
import { photoFile } from "./queries";
import { mediaLimits, type Photo } from "./schema";
import type { PhotoSize } from "./sizes";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let facilitator: Actor;
let stranger: Actor;
let folder: string;
const at = new Date("2026-11-21T05:00:00Z");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-media-"));
  process.env.MEDIA_DIR = folder;
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  facilitator = actorFor({ role: "facilitator", districtIds: [here.districtId] });
  stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const stream = (bytes: Buffer) => new Blob([new Uint8Array(bytes)]).stream();

/** A picture unlike any other, so that no test meets another's file. */
const picture = (options: { gps?: boolean } = {}) => {
  const noise = sharp(randomBytes(40 * 30 * 3), { raw: { width: 40, height: 30, channels: 3 } }).jpeg();
  const place = {
    GPSLatitudeRef: "N",
    GPSLatitude: "18/1 23/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "103/1 40/1 0/1",
  };
  return (options.gps ? noise.withExif({ IFD3: place }) : noise).toBuffer();
};

async function recordPhoto(bytes: Buffer, fields: Partial<Photo> = {}) {
  const place = here.villageIds[0] as string;
  const workshop = newChange({
    type: "workshop",
    place,
    fields: { module: "3", level: "village", startDate: "2026-11-20" },
    madeAt: at,
  });
  await applyChange(facilitator, workshop);
  const photo = newChange({
    type: "photo",
    place,
    fields: {
      workshopId: workshop.subject,
      purpose: "evidence",
      sha256: sha256(bytes),
      bytes: Math.min(bytes.length, 1_000_000),
      width: 40,
      height: 30,
      type: "image/jpeg",
      sensitive: false,
      ...fields,
    },
    madeAt: at,
  });
  expect(await applyChange(facilitator, photo)).toMatchObject({ status: "accepted" });
  return photo.subject;
}

const send = (actor: Actor, photoId: string, bytes: Buffer, name = sha256(bytes)) =>
  storePhoto(actor, { photoId, sha256: name, body: stream(bytes) });

async function storedPhoto(fields: Partial<Photo> = {}) {
  const bytes = await picture();
  const id = await recordPhoto(bytes, fields);
  await send(facilitator, id, bytes);
  return { id, bytes };
}

const incoming = () => readdirSync(join(folder, "incoming"));

describe("storePhoto", () => {
  it("keeps the bytes under their hash and marks the record", async () => {
    const { id, bytes } = await storedPhoto();
    const [row] = await db.owner`select stored_at from photos where id = ${id}`;
    expect(row?.stored_at).toBeInstanceOf(Date);
    expect(readFileSync(join(folder, "original", sha256(bytes).slice(0, 2), sha256(bytes)))).toEqual(bytes);
    expect(incoming()).toEqual([]);
  });

  it("takes it from a carrier of another district who has the picture, and shows them nothing", async () => {
    const bytes = await picture();
    const id = await recordPhoto(bytes);
    await expect(send(stranger, id, await picture(), sha256(bytes))).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await send(stranger, id, bytes)).toEqual({ status: "stored" });
    expect(await send(stranger, id, bytes)).toEqual({ status: "duplicate" });
    await expect(photoFile(stranger, id, "full")).rejects.toMatchObject({ code: "not_found" });
    expect(await photoFile(facilitator, id, "full")).toMatchObject({ type: "image/jpeg" });
  });

  it("takes the same picture again without harm", async () => {
    const { id, bytes } = await storedPhoto();
    expect(await send(facilitator, id, bytes)).toEqual({ status: "duplicate" });
  });

  it("refuses roles that do not record, and does not tell other districts that the photo exists", async () => {
    const bytes = await picture();
    const id = await recordPhoto(bytes);
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    await expect(send(governor, id, bytes)).rejects.toMatchObject({ code: "forbidden" });
    const others = await picture();
    await expect(send(stranger, id, others)).rejects.toMatchObject({ code: "not_found" });
    await expect(send(facilitator, id, others)).rejects.toMatchObject({ code: "invalid" });
    const [row] = await db.owner`select stored_at from photos where id = ${id}`;
    expect(row?.stored_at).toBeNull();
  });

  it("refuses bytes that are not the recorded picture", async () => {
    const [bytes, other] = [await picture(), await picture()];
    const id = await recordPhoto(bytes);
    await expect(send(facilitator, id, other)).rejects.toMatchObject({
      code: "invalid",
      details: { field: "sha256" },
    });
    await expect(send(facilitator, id, other, sha256(bytes))).rejects.toMatchObject({
      details: { field: "sha256" },
    });
    expect(incoming()).toEqual([]);
  });

  it("refuses a page that calls itself a picture, a torn picture, and a type that is not the recorded one", async () => {
    const page = Buffer.from("<html><script>alert(1)</script></html>");
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page]);
    const torn = (await picture()).subarray(0, 700);
    const png = await sharp(await picture())
      .png()
      .toBuffer();
    for (const bytes of [page, disguised, torn, png]) {
      const id = await recordPhoto(bytes);
      await expect(send(facilitator, id, bytes)).rejects.toMatchObject({
        code: "invalid",
        details: { field: "type" },
      });
    }
    expect(incoming()).toEqual([]);
  });

  it("refuses a picture that tells where it was taken", async () => {
    const bytes = await picture({ gps: true });
    const id = await recordPhoto(bytes);
    const refusal = { code: "invalid", details: { field: "location" } };
    await expect(send(facilitator, id, bytes)).rejects.toMatchObject(refusal);
  });

  it("stops reading at the limit", async () => {
    const bytes = randomBytes(mediaLimits.bytes + 1);
    const id = await recordPhoto(bytes);
    await expect(send(facilitator, id, bytes)).rejects.toMatchObject({ code: "too_large" });
    expect(incoming()).toEqual([]);
  });
});

describe("photoFile", () => {
  it("serves the stored bytes, and smaller ones without any metadata", async () => {
    const { id, bytes } = await storedPhoto();
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    const shown = async (size: PhotoSize) => {
      const { body, length } = await (await photoFile(governor, id, size)).open();
      const read = Buffer.from(await new Response(body).arrayBuffer());
      expect(read).toHaveLength(length);
      return read;
    };
    expect(await shown("full")).toEqual(bytes);
    expect(await sharp(await shown("thumb")).metadata()).toMatchObject({ format: "webp", width: 40 });
    const derived = readdirSync(join(folder, "derived"), { recursive: true });
    await shown("thumb");
    expect(readdirSync(join(folder, "derived"), { recursive: true })).toEqual(derived);
  });

  it("is not there for another district, by its right address", async () => {
    const { id } = await storedPhoto();
    for (const size of ["full", "thumb"] as const) {
      await expect(photoFile(stranger, id, size)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("shows an uncovered paper map only to those with the right, and writes down every look", async () => {
    const { id } = await storedPhoto({ purpose: "paper_map", sensitive: true });
    for (const role of ["governor_office", "health_centre", "province"] as const) {
      const actor = actorFor({ role, districtIds: [here.districtId] });
      await expect(photoFile(actor, id, "full")).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await looks(id)).toEqual([]);
    await photoFile(facilitator, id, "full");
    await photoFile(facilitator, id, "thumb");
    expect(await looks(id)).toEqual([facilitator.userId, facilitator.userId]);
  });

  it("is not there before its bytes are, nor after its record was removed", async () => {
    const bytes = await picture();
    const id = await recordPhoto(bytes);
    await expect(photoFile(facilitator, id, "full")).rejects.toMatchObject({ code: "not_found" });
    await send(facilitator, id, bytes);
    const place = here.villageIds[0] as string;
    await applyChange(
      facilitator,
      newChange({ type: "photo", operation: "delete", subject: id, place, madeAt: at }),
    );
    await expect(photoFile(facilitator, id, "full")).rejects.toMatchObject({ code: "not_found" });
  });
});

async function looks(photoId: string): Promise<string[]> {
  const rows = await db.owner`select user_id from sensitive_reads where subject_id = ${photoId}`;
  return rows.map((row) => row.user_id as string);
}
