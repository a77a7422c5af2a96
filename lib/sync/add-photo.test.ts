import "fake-indexeddb/auto";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PreparedPhoto } from "@/lib/media/prepare";
import type { Consent } from "@/lib/workshops/schema";
import { addPhoto, type PhotoMeta } from "./add-photo";
import { FieldDatabase } from "./database";
import { type NewRecord, saveRecord } from "./record";

const device = randomUUID();
const place = randomUUID();
const workshopId = randomUUID();
let db: FieldDatabase;
const keep = (input: NewRecord) => saveRecord(db, device, input);

/** A camera that writes its place into every picture. */
const prepare = vi.fn(
  async (file: Blob, { keepLocation }: { keepLocation: boolean }): Promise<PreparedPhoto> => {
    const sha256 = createHash("sha256")
      .update(Buffer.from(await file.arrayBuffer()))
      .digest("hex");
    const size = { bytes: file.size, width: 4, height: 3 } as const;
    return {
      blob: file,
      sha256,
      ...size,
      type: "image/jpeg",
      location: keepLocation ? [103.65, 18.41] : null,
    };
  },
);

beforeEach(() => {
  db = new FieldDatabase(randomUUID());
});

const shoot = async (meta: Partial<PhotoMeta> = {}, file = new Blob([randomBytes(20)])) => {
  const id = await addPhoto({ db, keep, prepare }, file, { workshopId, place, purpose: "evidence", ...meta });
  return (await db.records.get(["photo", id]))?.fields;
};
const agree = (more: Partial<Consent> = {}) =>
  keep({
    type: "consent",
    place,
    fields: {
      ...{ workshopId, use: "photo_location", given: true, givenBy: "Village meeting", date: "2020-01-01" },
      ...more,
    },
  });

describe("where a photo was taken", () => {
  test("is forgotten while nobody has agreed", async () => {
    expect(await shoot()).not.toHaveProperty("location");
    await agree({ use: "photo" });
    await agree({ given: false });
    expect(await shoot()).not.toHaveProperty("location");
  });

  test("is kept beside the picture once the village has agreed, and no more when it takes that back", async () => {
    const consent = await agree();
    expect(await shoot()).toMatchObject({ locationKept: true, location: [103.65, 18.41], sensitive: false });
    await keep({ type: "consent", subject: consent, place, fields: { withdrawnOn: "2020-02-01" } });
    expect(await shoot()).not.toHaveProperty("location");
  });

  test("is not asked of another workshop's village", async () => {
    await agree({ workshopId: randomUUID() });
    expect(await shoot()).not.toHaveProperty("location");
  });
});

describe("a photo", () => {
  test("is in the store with its record, once, whoever takes it twice", async () => {
    const file = new Blob([randomBytes(20)]);
    await shoot({ purpose: "paper_map" }, file);
    expect(await shoot({ purpose: "paper_map" }, file)).toMatchObject({ sensitive: true });
    expect(await db.media.toArray()).toMatchObject([{ state: "waiting", bytes: 20 }]);
    expect(await db.outbox.count()).toBe(1);
  });
});
