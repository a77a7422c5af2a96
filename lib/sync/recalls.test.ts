import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { eraseRecord } from "@/lib/changes/erase";
import { deviceId } from "./device-key";
import { pullAll } from "./pull";
import { pushAll } from "./push";
import { saveRecord } from "./record";
import { directTransport, emptyPhone } from "./testing";

let server: TestDatabase;
let here: TestDistrict;
let place: string;

beforeAll(async () => {
  server = await testDatabase();
  here = await makeDistrict(server.owner);
  place = here.villageIds[0] as string;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

type Reach = Parameters<typeof actorFor>[0];
async function phoneOf(role: Role, reach: Partial<Reach> = { districtIds: [here.districtId] }) {
  const actor = actorFor({ role, ...reach });
  await server.owner`insert into users (id, login, display_name)
    values (${actor.userId}, ${`u${actor.userId.slice(0, 20)}`}, 'made up')`;
  const db = emptyPhone();
  return { ...directTransport(actor), actor, db, device: await deviceId(db) };
}
type Phone = Awaited<ReturnType<typeof phoneOf>>;

async function sync({ db, transport }: Phone): Promise<void> {
  await pushAll(db, transport);
  await pullAll(db, transport);
}

const everythingOn = async ({ db }: Phone) =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

test("what is erased leaves every phone, with its picture; what only its person has stays", async () => {
  const [author, reader] = [await phoneOf("facilitator"), await phoneOf("facilitator")];
  const workshopId = await saveRecord(author.db, author.device, {
    type: "workshop",
    place,
    fields: { module: "1", level: "village", startDate: "2026-11-20", note: "in confidence" },
  });
  const photoId = await saveRecord(author.db, author.device, {
    type: "photo",
    place,
    fields: {
      workshopId,
      purpose: "display",
      sha256: "a".repeat(64),
      bytes: 4,
      width: 1,
      height: 1,
      type: "image/jpeg",
      sensitive: false,
    },
  });
  const picture = { photoId, sha256: "a".repeat(64), blob: new Blob(["face"]), type: "image/jpeg", bytes: 4 };
  await author.db.media.add({ ...picture, state: "received", code: null, savedAt: "2026-11-20T00:00:00Z" });
  await sync(author);
  await sync(reader);
  expect(await everythingOn(reader)).toContain("in confidence");

  const office = actorFor({ role: "health_office", districtIds: [here.districtId] });
  for (const subject of [photoId, workshopId]) await eraseRecord(office, { subject, why: "asked" });
  await saveRecord(reader.db, reader.device, {
    type: "workshop",
    subject: workshopId,
    place,
    fields: { venue: "typed here, not sent" },
  });
  await pullAll(reader.db, reader.transport);
  await sync(author);
  for (const phone of [author, reader]) {
    expect(await everythingOn(phone)).not.toContain("in confidence");
    expect(await phone.db.media.count()).toBe(0);
  }
  expect(await everythingOn(reader)).toContain("typed here, not sent");
  const fresh = await phoneOf("facilitator");
  await sync(fresh);
  expect(await fresh.db.records.count(), "no nameless row where it was").toBe(0);
});

test("what becomes sensitive leaves the phones of those who may not see it, and of nobody else", async () => {
  const team = await phoneOf("facilitator");
  const readers = {
    office: await phoneOf("health_office"),
    governor: await phoneOf("governor_office"),
    village: await phoneOf("health_centre", { villageIds: [place] }),
  };
  const workshopId = await saveRecord(team.db, team.device, {
    type: "workshop",
    place,
    fields: { module: "1", level: "village", startDate: "2026-11-20" },
  });
  const mapId = await saveRecord(team.db, team.device, {
    type: "map",
    place,
    fields: { workshopId, base: "sketch" },
  });
  const label = `house ${randomUUID()}`;
  const feature = await saveRecord(team.db, team.device, {
    type: "feature",
    place,
    fields: {
      mapId,
      category: "vhv_home",
      geometry: { type: "Point", coordinates: [0.5, 0.5], space: "sketch" },
      season: "all",
      label,
      sensitive: false,
    },
  });
  const phones = [team, ...Object.values(readers)];
  for (const phone of phones) await sync(phone);
  for (const phone of phones) expect(await everythingOn(phone)).toContain(label);

  const grants = async (phone: Phone) => (await phone.transport.pull({})).districts.map(({ grant }) => grant);
  const before = await grants(readers.office);
  await saveRecord(team.db, team.device, {
    type: "feature",
    subject: feature,
    place,
    fields: { sensitive: true },
  });
  for (const phone of phones) await sync(phone);
  expect(await grants(readers.office), "who may see it reads nothing anew").toEqual(before);
  for (const phone of [team, readers.office]) expect(await everythingOn(phone)).toContain(label);
  for (const phone of [readers.governor, readers.village])
    expect(await everythingOn(phone)).not.toContain(label);
});
