import "fake-indexeddb/auto";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { programmeKey, unwrapFor } from "@/lib/access/programme-key";
import { actorFor } from "@/lib/access/testing";
import { newChange } from "@/lib/changes/new-change";
import { dropCarriedPictures, pushCarried } from "./carried";
import { gatherContents, packContents, unpackContents } from "./contents";
import { FieldDatabase } from "./database";
import { deviceId } from "./device-key";
import { newParcelCode, openParcel, sealParcel } from "./parcel";
import { wrapForProgramme } from "./programme-key";
import { pullAll } from "./pull";
import { pushAll } from "./push";
import { saveRecord } from "./record";
import { toBase64 } from "./sealing";
import { takeIn } from "./take-in";
import { directTransport, emptyPhone } from "./testing";
import { countUnsettled } from "./unsettled";
import { uploadMedia } from "./upload";

let server: TestDatabase;
let district: TestDistrict;
const fields = { module: "1", level: "village", startDate: "2026-11-20" } as const;

beforeAll(async () => {
  server = await testDatabase();
  district = await makeDistrict(server.owner);
  process.env.PROGRAMME_KEY = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

async function phone() {
  const actor = actorFor({ role: "facilitator", districtIds: [district.districtId] });
  const { userId } = actor;
  await server.owner`insert into users (id, login, display_name) values (${userId}, ${`u${userId.slice(0, 20)}`}, 'made up')`;
  await server.owner`insert into assignments (id, user_id, role, place_id, from_date)
    values (${randomUUID()}, ${userId}, 'facilitator', ${district.districtId}, '2024-01-01')`;
  const db = new FieldDatabase(userId);
  await db.known.put({ key: "me", value: { userId, name: `name of ${userId}` } });
  const device = await deviceId(db);
  const place = district.villageIds[0] as string;
  const write = () => saveRecord(db, device, { type: "workshop", place, fields });
  return { ...directTransport(actor), actor, db, device, write };
}
type Phone = Awaited<ReturnType<typeof phone>>;

const code = newParcelCode();
const programme = () => programmeKey();
async function parcelOf({ db, actor }: Phone): Promise<Uint8Array> {
  const contents = packContents(await gatherContents(db));
  const blob = await sealParcel(contents, { code, userId: actor.userId, programme: programme() });
  return new Uint8Array(await blob.arrayBuffer());
}
const opened = async (file: Uint8Array, typed = code) =>
  unpackContents(await openParcel(file, { code: typed, programme: programme() }));
const answers = async ({ db }: Phone) => (await db.outbox.toArray()).map(({ answer }) => answer?.status);
const picture = (name: string) => ({
  sha256: name.repeat(64),
  photoId: randomUUID(),
  blob: new Blob([`picture ${name}`]),
  type: "image/jpeg",
  bytes: 9,
  state: "waiting" as const,
  code: null,
  savedAt: "2026-11-20T00:00:00Z",
});

describe("a parcel", () => {
  test("says nothing to whoever has no code, and everything to whoever types it in any way", async () => {
    const one = await phone();
    await one.write();
    const file = await parcelOf(one);
    const readable = Buffer.from(file).toString("latin1");
    for (const secret of [fields.startDate, "workshop", one.actor.userId])
      expect(readable).not.toContain(secret);
    const { changes } = await opened(file, code.toLowerCase().replace("-", " "));
    expect(changes).toMatchObject([
      { change: { kind: "workshop.record" }, from: { userId: one.actor.userId } },
    ]);
    expect(changes[0]?.change.signature).toBeTruthy();
  });

  test("is refused with the reason: wrong code, cut, altered, of another programme, no parcel", async () => {
    const one = await phone();
    await one.write();
    const file = await parcelOf(one);
    await expect(opened(file, "2222-2222")).rejects.toMatchObject({ fault: "wrong_code" });
    for (const length of [10, 100, file.length - 1])
      await expect(opened(file.slice(0, length))).rejects.toMatchObject({ fault: "cut" });
    const altered = file.slice();
    altered[altered.length - 20] = (altered[altered.length - 20] as number) ^ 1;
    await expect(opened(altered)).rejects.toMatchObject({ fault: "damaged" });
    const elsewhere = { code, programme: { id: "another", spki: "" } };
    await expect(openParcel(file, elsewhere)).rejects.toMatchObject({ fault: "other_programme" });
    await expect(opened(new TextEncoder().encode("{}"))).rejects.toMatchObject({ fault: "not_a_parcel" });
  });

  test("opens for its own maker with the programme's key, and for nobody else", async () => {
    const one = await phone();
    await one.write();
    const contents = packContents(await gatherContents(one.db));
    const making = { code, userId: one.actor.userId, programme: programme() };
    const file = new Uint8Array(await (await sealParcel(contents, making)).arrayBuffer());
    const recoveredBy = (userId: string) => async (sealed: string) => unwrapFor(userId, sealed);
    const opening = { programme: programme(), recover: recoveredBy(one.actor.userId) };
    expect(await openParcel(file, opening)).toEqual(contents);
    const another = { programme: programme(), recover: recoveredBy(randomUUID()) };
    await expect(openParcel(file, another)).rejects.toMatchObject({ code: "forbidden" });
    const without = await sealParcel(contents, { ...making, programme: null });
    await expect(openParcel(new Uint8Array(await without.arrayBuffer()), opening)).rejects.toMatchObject({
      fault: "code_only",
    });
    const key = new Uint8Array(32).fill(7);
    const wrapped = String(
      await wrapForProgramme(programme(), { key, userId: one.actor.userId, purpose: "parcel" }),
    );
    expect(unwrapFor(one.actor.userId, wrapped)).toBe(toBase64(key));
    expect(() => unwrapFor(randomUUID(), wrapped)).toThrow(expect.objectContaining({ code: "forbidden" }));
    expect(() => unwrapFor(one.actor.userId, "AAAA")).toThrow(expect.objectContaining({ code: "invalid" }));
  });
});

describe("two phones in one room", () => {
  test("the other phone carries the work, never as its own, and both sending it is harmless", async () => {
    const [giver, taker] = [await phone(), await phone()];
    await pushAll(giver.db, giver.transport);
    const id = await giver.write();
    const file = await parcelOf(giver);
    expect(await takeIn(taker.db, await opened(file))).toEqual({
      own: 0,
      carried: 1,
      pictures: 0,
      interviews: 0,
      known: 0,
    });
    expect(await takeIn(taker.db, await opened(file))).toMatchObject({ carried: 0, known: 1 });
    expect(await taker.db.records.count()).toBe(0);
    expect(await countUnsettled(taker.db)).toMatchObject({ unsent: 0, carried: 1 });

    await pushCarried(taker.db, taker.transport);
    const [row] = await server.owner`select author_id, carrier_id from changes where subject_id = ${id}`;
    expect(row).toEqual({ author_id: giver.actor.userId, carrier_id: taker.actor.userId });
    expect((await taker.db.carried.toArray())[0]).toMatchObject({
      state: "received",
      answer: { status: "accepted" },
    });
    await pushAll(giver.db, giver.transport);
    expect(await answers(giver)).toEqual(["duplicate"]);
  });

  test("a third phone may take it further; a refused one stays with its reason and stops no other", async () => {
    const [giver, second, third] = [await phone(), await phone(), await phone()];
    await pushAll(giver.db, giver.transport);
    await giver.write();
    await saveRecord(giver.db, giver.device, { type: "workshop", place: randomUUID(), fields });
    await takeIn(second.db, await opened(await parcelOf(giver)));
    await takeIn(third.db, await opened(await parcelOf(second)));
    await pushCarried(third.db, third.transport);
    const states = (await third.db.carried.toArray()).map(({ state, from }) => [state, from.userId]).sort();
    expect(states).toEqual([
      ["received", giver.actor.userId],
      ["rejected", giver.actor.userId],
    ]);
  });
});

describe("a safety copy", () => {
  test("brings work and pictures back after the storage was cleared", async () => {
    const one = await phone();
    await pushAll(one.db, one.transport);
    const id = await one.write();
    await one.db.media.add(picture("a"));
    const batch = { id: randomUUID(), roundId: randomUUID(), sealed: ["sealed one", "sealed two"] };
    await one.db.trustBatches.add({ ...batch, state: "waiting", code: null });
    const file = await parcelOf(one);
    await one.db.delete();
    const anew = { ...one, db: new FieldDatabase(one.actor.userId) };
    expect(await takeIn(anew.db, await opened(file))).toEqual({
      own: 1,
      carried: 0,
      pictures: 1,
      interviews: 2,
      known: 0,
    });
    expect(await takeIn(anew.db, await opened(file))).toMatchObject({ pictures: 0, interviews: 0, known: 1 });
    expect(await anew.db.trustBatches.toArray()).toEqual([{ ...batch, state: "waiting", code: null }]);
    expect((await anew.db.records.get(["workshop", id]))?.fields).toMatchObject(fields);
    expect(await (await anew.db.media.toArray())[0]?.blob.text()).toBe("picture a");
    await pushAll(anew.db, anew.transport);
    expect(await answers(anew)).toEqual(["accepted"]);
    expect(await server.owner`select 1 from workshops where id = ${id}`).toHaveLength(1);
  });

  test("taken in after the server had it all leaves no old value on top", async () => {
    const one = await phone();
    const id = await one.write();
    const file = await parcelOf(one);
    await pushAll(one.db, one.transport);
    const place = district.villageIds[0] as string;
    await saveRecord(one.db, one.device, { type: "workshop", subject: id, place, fields: { module: "2" } });
    await pushAll(one.db, one.transport);
    const anew = new FieldDatabase(`${randomUUID()}`);
    const other = { ...one, db: anew };
    Object.defineProperty(anew, "name", { value: one.db.name });
    await pullAll(other.db, other.transport);
    await takeIn(other.db, await opened(file));
    await pushAll(other.db, other.transport);
    await pullAll(other.db, other.transport);
    expect((await other.db.records.get(["workshop", id]))?.fields).toMatchObject({ module: "2" });
    expect((await other.db.outbox.toArray()).every(({ pulled }) => pulled)).toBe(true);
  });
});

test("an empty phone gives an empty parcel", async () => {
  expect(unpackContents(packContents(await gatherContents(emptyPhone())))).toEqual({
    changes: [],
    pictures: [],
    batches: [],
  });
});

test("a file of an earlier version, without interviews, is taken in", () => {
  const list = new TextEncoder().encode(JSON.stringify({ changes: [], pictures: [] }));
  const bytes = new Uint8Array(4 + list.length);
  new DataView(bytes.buffer).setUint32(0, list.length);
  bytes.set(list, 4);
  expect(unpackContents(bytes)).toEqual({ changes: [], pictures: [], batches: [] });
});

test("interviews stay with their interviewer: another phone does not take them in", async () => {
  const [giver, taker] = [await phone(), await phone()];
  await giver.db.trustBatches.add({
    id: randomUUID(),
    roundId: randomUUID(),
    sealed: ["sealed"],
    state: "waiting",
    code: null,
  });
  expect(await takeIn(taker.db, await opened(await parcelOf(giver)))).toMatchObject({ interviews: 0 });
  expect(await taker.db.trustBatches.count()).toBe(0);
});

test("pictures of others go up from a phone that does not work in that place, once their record is there", async () => {
  const [giver, taker] = [await phone(), await phone()];
  const sent: string[] = [];
  const upload = async (media: { photoId: string }) => void sent.push(media.photoId);
  const { photoId, ...shown } = picture("c");
  await giver.db.media.add({ ...shown, photoId });
  const place = district.villageIds[0] as string;
  const change = newChange({ type: "photo", subject: photoId, place, fields: {}, madeAt: new Date() });
  await takeIn(taker.db, await opened(await parcelOf(giver)));
  const carried = { id: change.id, change, from: { userId: giver.actor.userId, name: "" }, addedAt: "" };
  await taker.db.carried.add({ ...carried, state: "waiting", answer: null });
  await uploadMedia(taker.db, { ...taker.transport, upload });
  expect(sent).toEqual([]);
  await taker.db.carried.update(change.id, { state: "received" });
  await uploadMedia(taker.db, { ...taker.transport, upload });
  expect(sent).toEqual([photoId]);
  expect((await taker.db.media.toArray())[0]).toMatchObject({ state: "received" });
});

test("pictures of others are carried, not counted as one's own, and can be given up", async () => {
  const [giver, taker] = [await phone(), await phone()];
  await giver.db.media.add(picture("b"));
  await takeIn(taker.db, await opened(await parcelOf(giver)));
  expect(await countUnsettled(taker.db)).toMatchObject({ unsent: 0, photos: 0, carried: 1 });
  await dropCarriedPictures(taker.db, giver.actor.userId);
  expect(await taker.db.media.count()).toBe(0);
  expect(await countUnsettled(giver.db)).toMatchObject({ unsent: 1, photos: 1, carried: 0 });
});
