import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { withdrawDevice } from "@/lib/devices/commands";
import { deviceId } from "./device-key";
import { SyncEngine } from "./engine";
import { pushAll } from "./push";
import { saveRecord } from "./record";
import { reportPhone } from "./report";
import { directTransport, emptyPhone } from "./testing";

let server: TestDatabase;
let district: TestDistrict;
const fields = { module: "1", level: "village", startDate: "2026-11-20" } as const;

beforeAll(async () => {
  server = await testDatabase();
  district = await makeDistrict(server.owner);
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

async function phone() {
  const actor = actorFor({ role: "facilitator", districtIds: [district.districtId] });
  await server.owner`insert into users (id, login, display_name) values (${actor.userId}, ${`u${actor.userId.slice(0, 20)}`}, 'made up')`;
  const db = emptyPhone();
  const device = await deviceId(db);
  const way = directTransport(actor, device);
  const place = district.villageIds[0] as string;
  const write = () => saveRecord(db, device, { type: "workshop", place, fields });
  return { ...way, actor, db, device, write, engine: new SyncEngine(db, way.transport) };
}

const picture = (sha256: string, state: "waiting" | "received") => ({
  sha256,
  photoId: randomUUID(),
  blob: new Blob(["x"]),
  type: "image/jpeg",
  bytes: 1,
  state,
  code: null,
  savedAt: "2026-11-20T00:00:00Z",
});

describe("a lost phone", () => {
  test("at its next contact hands over what only it had, and empties itself", async () => {
    const { actor, db, device, transport, write, engine } = await phone();
    await write();
    await engine.syncNow();
    const unsent = await write();
    await db.media.bulkAdd([picture("a", "waiting"), picture("b", "received")]);
    await withdrawDevice(actor, { deviceId: device });
    await expect(transport.pull({})).rejects.toMatchObject({ kind: "withdrawn" });
    await expect(transport.bootstrap()).rejects.toMatchObject({ kind: "withdrawn" });
    await engine.syncNow();
    expect(await db.records.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
    expect((await db.known.toArray()).map(({ key, value }) => [key, value])).toEqual([
      ["withdrawn", expect.objectContaining({ handedOver: 1, pictures: 1 })],
    ]);
    expect((await db.media.toArray()).map(({ sha256 }) => sha256)).toEqual(["a"]);
    const kept =
      await server.owner`select reason, author_id from quarantined_changes where change->>'subject' = ${unsent}`;
    expect(kept).toEqual([{ reason: "device_revoked", author_id: actor.userId }]);
    const [row] = await server.owner`select wiped_at is not null as wiped from devices where id = ${device}`;
    expect(row?.wiped).toBe(true);
  });

  test("signed out it is told all the same; what it cannot hand over yet is kept until it can", async () => {
    const { actor, db, device, transport, faults, write } = await phone();
    await write();
    await pushAll(db, transport);
    await write();
    await withdrawDevice(actor, { deviceId: device });
    const signedOut = { ...transport, farewell: async () => Promise.reject(new Error("cut")) };
    const cut = new SyncEngine(db, signedOut);
    await cut.syncNow();
    cut.stop();
    expect([await db.records.count(), await db.outbox.count()]).toEqual([0, 1]);
    faults.offline = false;
    await new SyncEngine(db, transport).syncNow();
    expect(await db.outbox.count()).toBe(0);
    expect((await db.known.get("withdrawn"))?.value).toMatchObject({ handedOver: 1 });
  });

  test("a phone that was not withdrawn has no farewell to say", async () => {
    const { db, device, transport, write } = await phone();
    await write();
    await pushAll(db, transport);
    await expect(transport.farewell({ device, changes: [], wiped: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await transport.withdrawn(device)).toBe(false);
    expect(await transport.withdrawn(randomUUID())).toBe(false);
  });
});

test("a phone tells how much waits on it, once until that changes", async () => {
  const { db, device, transport, write } = await phone();
  await write();
  await pushAll(db, transport);
  await write();
  await reportPhone(db, transport);
  const told = async () =>
    (
      await server.owner`select waiting, photos, conflicts, rejects, reported_at from devices where id = ${device}`
    )[0];
  const first = await told();
  expect(first).toMatchObject({ waiting: 1, photos: 0, conflicts: 0, rejects: 0 });
  await reportPhone(db, transport);
  expect(await told()).toEqual(first);
});
