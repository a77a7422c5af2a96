import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { type Held, type PartWay, uploadInParts } from "@/lib/sync/upload-parts";
import { storePhotoPart, uploadState } from "./commands";

let db: TestDatabase;
let here: TestDistrict;
let team: Actor;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-parts-"));
  process.env.MEDIA_DIR = folder;
  db = await testDatabase();
  here = await makeDistrict(db.owner);
  team = actorFor({ role: "facilitator", districtIds: [here.districtId] });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const picture = (side = 60) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();

async function recorded(bytes: Buffer, sha256 = hashOf(bytes)): Promise<string> {
  const place = here.villageIds[0] as string;
  const dates = { startDate: "2026-11-20" };
  const workshop = newChange({
    type: "workshop",
    place,
    fields: { module: "3", level: "village", ...dates },
    madeAt: new Date(),
  });
  await applyChange(team, workshop);
  const size = { bytes: bytes.length, width: 60, height: 60, type: "image/jpeg" } as const;
  const fields = {
    workshopId: workshop.subject,
    purpose: "evidence",
    sha256,
    sensitive: false,
    ...size,
  } as const;
  const photo = newChange({ type: "photo", place, fields, madeAt: new Date() });
  expect(await applyChange(team, photo)).toMatchObject({ status: "accepted" });
  return photo.subject;
}

/** A body whose connection is cut after so many bytes. */
function cutAfter(bytes: Uint8Array, count: number): ReadableStream<Uint8Array> {
  const pieces = [bytes.subarray(0, Math.min(count, bytes.length))];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else if (count < bytes.length) controller.error(new Error("cut"));
      else controller.close();
    },
  });
}

type Sent = { photoId: string; bytes: Buffer; from: number; to?: number; cut?: number; actor?: Actor };
const send = ({ photoId, bytes, from, to = bytes.length, cut = Infinity, actor = team }: Sent) =>
  storePhotoPart(actor, {
    photoId,
    sha256: hashOf(bytes),
    range: { from, to: to - 1, total: bytes.length },
    body: cutAfter(bytes.subarray(from, to), cut),
  });
const have = async (photoId: string, bytes: Buffer, actor = team) =>
  (await uploadState(actor, { photoId, sha256: hashOf(bytes) })).have;
const storedAt = (bytes: Buffer) => join(folder, "original", hashOf(bytes).slice(0, 2), hashOf(bytes));
const halfSent = () => readdirSync(join(folder, "incoming", "parts"));

describe("a picture sent in parts", () => {
  it("is whole after any cuts, lost answers and repetitions, and no byte is kept twice", async () => {
    const step = fc.record({
      cut: fc.oneof(fc.constant(Infinity), fc.nat({ max: 70_000 })),
      answerLost: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (faults) => {
        const bytes = await picture(220);
        const photoId = await recorded(bytes);
        const left = [...faults];
        const held = async (): Promise<Held> => {
          const state = await uploadState(team, { photoId, sha256: hashOf(bytes) });
          return state.complete ? null : state.have;
        };
        const way: PartWay = {
          held,
          send: async (_, { from, blob }) => {
            const fault = left.shift();
            const to = from + blob.size;
            const answer = await send({ photoId, bytes, from, to, cut: fault?.cut });
            if (fault && (fault.answerLost || fault.cut < blob.size))
              throw Object.assign(new Error("offline"), { code: "offline" });
            return answer.status === "partial" ? answer.have : null;
          },
        };
        const media = {
          sha256: hashOf(bytes),
          photoId,
          blob: new Blob([new Uint8Array(bytes)]),
          type: "image/jpeg",
        };
        const told: number[] = [];
        const pause = async () => {};
        for (let session = 0; session < 30 && (await held()) !== null; session++) {
          await uploadInParts({ way, media, onHeld: (sent) => told.push(sent), pause }).catch((error) =>
            expect(error.message).toBe("offline"),
          );
        }
        expect(readFileSync(storedAt(bytes))).toEqual(bytes);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        expect(halfSent()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("answers how far it is, and goes on from any byte", async () => {
    const bytes = await picture();
    const photoId = await recorded(bytes);
    expect(await have(photoId, bytes)).toBe(0);
    expect(await send({ photoId, bytes, from: 0, to: 1000, cut: 333 })).toEqual({
      status: "partial",
      have: 333,
    });
    expect(await send({ photoId, bytes, from: 333, to: 500 })).toEqual({ status: "partial", have: 500 });
    expect(await send({ photoId, bytes, from: 500 })).toEqual({ status: "stored" });
    expect(await uploadState(team, { photoId, sha256: hashOf(bytes) })).toMatchObject({ complete: true });
    expect(await send({ photoId, bytes, from: 0, to: 10 })).toEqual({ status: "duplicate" });
  });

  it("refuses a part that does not follow, and passes over what is here", async () => {
    const bytes = await picture();
    const photoId = await recorded(bytes);
    await expect(send({ photoId, bytes, from: 100, to: 200 })).rejects.toMatchObject({
      code: "conflict",
      details: { have: 0 },
    });
    await send({ photoId, bytes, from: 0, to: 400 });
    expect(await send({ photoId, bytes, from: 0, to: 200 })).toMatchObject({ have: 400 });
    expect(await send({ photoId, bytes, from: 300, to: 600 })).toMatchObject({ have: 600 });
    expect(await send({ photoId, bytes, from: 600 })).toEqual({ status: "stored" });
    expect(readFileSync(storedAt(bytes))).toEqual(bytes);
  });

  it("takes two requests for the same bytes in turn", async () => {
    const bytes = await picture();
    const photoId = await recorded(bytes);
    const twice = await Promise.all([1, 2].map(() => send({ photoId, bytes, from: 0, to: 900 })));
    expect(twice.map((answer) => "have" in answer && answer.have)).toEqual([900, 900]);
    await send({ photoId, bytes, from: 900 });
    expect(readFileSync(storedAt(bytes))).toEqual(bytes);
  });

  it("of other bytes than were recorded is refused and begins anew", async () => {
    const [bytes, other] = [await picture(), await picture()];
    const wrong = Buffer.concat([other.subarray(0, bytes.length), Buffer.alloc(bytes.length)]);
    const photoId = await recorded(bytes);
    const range = { from: 0, to: bytes.length - 1, total: bytes.length };
    const body = cutAfter(wrong.subarray(0, bytes.length), Infinity);
    await expect(storePhotoPart(team, { photoId, sha256: hashOf(bytes), range, body })).rejects.toMatchObject(
      { code: "invalid", details: { reason: "content_differs" } },
    );
    expect(await have(photoId, bytes)).toBe(0);
    expect(await send({ photoId, bytes, from: 0 })).toEqual({ status: "stored" });
  });

  it("is another person's affair only from the first byte, and a stranger's only with the very picture", async () => {
    const bytes = await picture();
    const photoId = await recorded(bytes);
    await send({ photoId, bytes, from: 0, to: 800 });
    const colleague = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    expect(await have(photoId, bytes, colleague)).toBe(0);
    await expect(send({ photoId, bytes, from: 800, actor: colleague })).rejects.toMatchObject({
      code: "conflict",
    });
    const elsewhere = await makeDistrict(db.owner);
    const stranger = actorFor({ role: "facilitator", districtIds: [elsewhere.districtId] });
    const another = await picture();
    await expect(send({ photoId, bytes: another, from: 0, actor: stranger })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(have(photoId, another, stranger)).rejects.toMatchObject({ code: "not_found" });
    expect(await have(photoId, bytes, stranger)).toBe(0);
    const governor = actorFor({ role: "governor_office", districtIds: [here.districtId] });
    await expect(have(photoId, bytes, governor)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("takes no more than the part says", async () => {
    const bytes = await picture();
    const photoId = await recorded(bytes);
    const range = { from: 0, to: 99, total: bytes.length };
    const sent = storePhotoPart(team, {
      photoId,
      sha256: hashOf(bytes),
      range,
      body: cutAfter(bytes, Infinity),
    });
    await expect(sent).rejects.toMatchObject({ code: "too_large" });
  });

  it("is forgotten when a person leaves too many behind", async () => {
    const person = actorFor({ role: "facilitator", districtIds: [here.districtId] });
    const begin = async () => {
      const bytes = await picture();
      await send({ photoId: await recorded(bytes), bytes, from: 0, to: 10, actor: person });
    };
    for (let n = 0; n < 24; n++) await begin();
    expect(halfSent().filter((name) => name.startsWith(person.userId)).length).toBeLessThanOrEqual(21);
  });

  it("is forgotten a month after its last part", async () => {
    const bytes = await picture();
    const [old, fresh] = [await recorded(bytes), await recorded(bytes)];
    await send({ photoId: old, bytes, from: 0, to: 10 });
    const long = new Date(Date.now() - 40 * 24 * 3_600_000);
    utimesSync(join(folder, "incoming", "parts", `${team.userId}.${old}`), long, long);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
    await send({ photoId: fresh, bytes, from: 0, to: 10 }).finally(() => vi.useRealTimers());
    expect(halfSent().filter((name) => name.includes(old))).toEqual([]);
    expect(halfSent().filter((name) => name.includes(fresh))).toHaveLength(1);
  });
});
