import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import type { Change } from "@/lib/changes/schema";
import { discardQuarantined, releaseChange, withdrawDevice } from "@/lib/devices/commands";
import type { FieldDatabase } from "./database";
import { deviceId } from "./device-key";
import { pushAll } from "./push";
import { receiveChanges } from "./receive";
import { saveRecord } from "./record";
import { directTransport, emptyPhone } from "./testing";

let server: TestDatabase;
let district: TestDistrict;
let place: string;
const fields = { module: "1", level: "village", startDate: "2026-11-20" } as const;

beforeAll(async () => {
  server = await testDatabase();
  district = await makeDistrict(server.owner);
  place = district.villageIds[0] as string;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

async function person(role: Role, districtId = district.districtId): Promise<Actor> {
  const actor = actorFor({ role, districtIds: role === "administrator" ? [] : [districtId] });
  const { userId } = actor;
  await server.owner`insert into users (id, login, display_name) values (${userId}, ${`u${userId.slice(0, 20)}`}, 'made up')`;
  await server.owner`insert into assignments ${server.owner({ id: randomUUID(), user_id: userId, role, place_id: districtId, from_date: "2024-01-01" })}`;
  return actor;
}

type Phone = ReturnType<typeof directTransport> & { db: FieldDatabase; actor: Actor; device: string };
async function phoneOf(actor: Actor): Promise<Phone> {
  const db = emptyPhone();
  return { ...directTransport(actor), actor, db, device: await deviceId(db) };
}

/** A change as the phone sends it, signed, without having been sent. The phone is registered. */
async function madeOn({ db, device, transport }: Phone, at = place): Promise<Change> {
  await pushAll(db, transport);
  await saveRecord(db, device, { type: "workshop", place: at, fields });
  let signed: Change | undefined;
  const caught = {
    ...transport,
    push: async (request: { changes: unknown[] }) => {
      signed = request.changes.at(-1) as Change;
      return { epoch: randomUUID(), at: new Date().toISOString(), answers: [] };
    },
  };
  await expect(pushAll(db, caught)).rejects.toMatchObject({ code: "no_answer" });
  return signed as Change;
}

const bring = async (carrier: Actor, change: unknown) =>
  (await receiveChanges(carrier, { device: null, epoch: null, changes: [change] })).answers[0];
const recorded = async ({ id }: Change) =>
  (await server.owner`select author_id, carrier_id, status from changes where id = ${id}`)[0];
const kept = async ({ id }: Change) =>
  server.owner`select id, reason, state, author_id, carrier_id from quarantined_changes where change_id = ${id}`;

let author: Phone;
let carrier: Actor;
let administrator: Actor;
beforeEach(async () => {
  author = await phoneOf(await person("facilitator"));
  carrier = await person("facilitator", (await makeDistrict(server.owner)).districtId);
  administrator = await person("administrator");
});

describe("a change brought by somebody else", () => {
  test("is its author's, by the author's rights, with the carrier noted; brought twice it is one", async () => {
    const change = await madeOn(author);
    expect(await bring(carrier, change)).toMatchObject({ status: "accepted" });
    expect(await recorded(change)).toMatchObject({
      author_id: author.actor.userId,
      carrier_id: carrier.userId,
    });
    expect(await bring(await person("partner"), change)).toMatchObject({ status: "duplicate" });
    await pushAll(author.db, author.transport);
    expect((await author.db.outbox.toArray()).map(({ answer }) => answer?.status)).toEqual(["duplicate"]);
    expect(await kept(change)).toHaveLength(0);
  });

  test("gains nothing from the carrier's rights: a place or a role the author has not is refused", async () => {
    const elsewhere = await makeDistrict(server.owner);
    const foreign = await madeOn(author, elsewhere.villageIds[0]);
    const local = await person("facilitator", elsewhere.districtId);
    expect(await bring(local, foreign)).toMatchObject({ status: "rejected", code: "forbidden" });
    const reader = await phoneOf(await person("governor_office"));
    expect(await bring(author.actor, await madeOn(reader))).toMatchObject({
      status: "rejected",
      code: "forbidden",
    });
  });

  test("is refused once its author has lost the place", async () => {
    const change = await madeOn(author);
    await server.owner`update assignments set to_date = current_date - 1 where user_id = ${author.actor.userId}`;
    expect(await bring(carrier, change)).toMatchObject({ status: "rejected", code: "forbidden" });
    expect(await recorded(change)).toBeUndefined();
  });
});

describe("a signer who cannot be believed", () => {
  test.each([
    ["altered", (change: Change) => ({ ...change, fields: { ...change.fields, module: "4" } }), "signature"],
    [
      "signed by another",
      (change: Change) => ({ ...change, signature: Buffer.alloc(64, 7).toString("base64") }),
      "signature",
    ],
    ["stripped of its signature", ({ signature: _, ...change }: Change) => change, "signature"],
    ["of an unknown phone", (change: Change) => ({ ...change, device: randomUUID() }), "unknown_device"],
    [
      "of an unknown phone, unsigned",
      ({ signature: _, ...change }: Change) => ({ ...change, device: randomUUID() }),
      "unsigned",
    ],
  ])("a change %s is quarantined, not applied and not dropped", async (_, forge, reason) => {
    const change = await madeOn(author);
    const forged = forge(change);
    expect(await bring(carrier, forged)).toEqual({
      id: change.id,
      status: "quarantined",
      details: { reason },
    });
    expect(await bring(carrier, forged)).toMatchObject({ status: "quarantined" });
    expect(await kept(change)).toMatchObject([
      { reason, state: "open", author_id: null, carrier_id: carrier.userId },
    ]);
    expect(await recorded(change)).toBeUndefined();
    expect(await bring(carrier, change), "the true one is not held up").toMatchObject({ status: "accepted" });
  });

  test("a withdrawn phone and a closed account are quarantined under their author's name", async () => {
    const change = await madeOn(author);
    await withdrawDevice(author.actor, { deviceId: author.device });
    expect(await bring(carrier, change)).toMatchObject({ details: { reason: "device_revoked" } });
    expect(await kept(change)).toMatchObject([{ author_id: author.actor.userId }]);
    const other = await phoneOf(await person("facilitator"));
    const late = await madeOn(other);
    await server.owner`update users set disabled_at = now() where id = ${other.actor.userId}`;
    expect(await bring(carrier, late)).toMatchObject({ details: { reason: "account_closed" } });
  });

  test("what is no change at all is refused, not kept", async () => {
    expect(await bring(carrier, { device: randomUUID(), signature: "x" })).toMatchObject({
      status: "rejected",
      code: "invalid",
    });
  });
});

describe("what the session alone may say", () => {
  const unsigned = { sessionDevice: null, canSign: false };
  const of = async (phone: Phone) => (({ signature: _, ...change }) => change)(await madeOn(phone));

  test("a browser without cryptography is believed by its session; one with it must register and sign", async () => {
    const plain = { ...(await of(author)), device: randomUUID() };
    const request = { device: plain.device, epoch: null, changes: [plain] };
    const { answers } = await receiveChanges(author.actor, request, unsigned);
    expect(answers).toMatchObject([{ status: "accepted" }]);
    const secure = { ...(await of(author)), device: randomUUID() };
    expect(await bring(author.actor, secure)).toMatchObject({ details: { reason: "unsigned" } });
  });

  test("a change without a phone is the session's own, except over a session that belongs to a phone", async () => {
    const own = { ...(await of(author)), device: null };
    const way = { sessionDevice: author.device, canSign: true };
    const request = { device: null, epoch: null, changes: [own] };
    expect((await receiveChanges(author.actor, request, way)).answers).toMatchObject([
      { details: { reason: "unsigned" } },
    ]);
    expect(await bring(author.actor, own)).toMatchObject({ status: "accepted" });
  });

  test("a server that has forgotten the phone is told its key again, and nothing is quarantined", async () => {
    await saveRecord(author.db, author.device, { type: "workshop", place, fields });
    await pushAll(author.db, author.transport);
    await server.owner`delete from devices where id = ${author.device}`;
    await saveRecord(author.db, author.device, { type: "workshop", place, fields });
    await pushAll(author.db, author.transport);
    expect((await author.db.outbox.toArray()).map(({ state }) => state)).toEqual(["received", "received"]);
  });
});

describe("the administrator", () => {
  const only = async (change: Change) => String((await kept(change))[0]?.id);

  test("releases a withdrawn phone's change as its owner's", async () => {
    const change = await madeOn(author);
    await withdrawDevice(author.actor, { deviceId: author.device });
    await bring(carrier, change);
    await releaseChange(administrator, { id: await only(change) });
    expect(await recorded(change)).toMatchObject({
      author_id: author.actor.userId,
      carrier_id: carrier.userId,
    });
    expect(await kept(change)).toMatchObject([{ state: "released" }]);
    expect(await bring(carrier, change)).toMatchObject({ status: "duplicate" });
  });

  test("releases an altered change only as the carrier's, who must have the right", async () => {
    const change = { ...(await madeOn(author)), madeAt: "2020-01-01T00:00:00Z" };
    await bring(carrier, change);
    await expect(releaseChange(administrator, { id: await only(change) })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await kept(change)).toMatchObject([{ state: "open" }]);
    const local = await person("facilitator");
    const second = { ...(await madeOn(author)), madeAt: "2020-01-01T00:00:00Z" };
    await bring(local, second);
    await releaseChange(administrator, { id: await only(second) });
    expect(await recorded(second)).toMatchObject({ author_id: local.userId });
  });

  test("discards with a reason, which the phone is told when it asks again", async () => {
    const change = await madeOn(author);
    await withdrawDevice(author.actor, { deviceId: author.device });
    await pushAll(author.db, author.transport);
    const [item] = await author.db.outbox.toArray();
    expect(item).toMatchObject({ state: "held", answer: { status: "quarantined" } });
    await discardQuarantined(administrator, { id: await only(change), why: "not theirs" });
    await author.db.outbox.toCollection().modify({ receivedAt: "2020-01-01T00:00:00Z" });
    await pushAll(author.db, author.transport);
    expect((await author.db.outbox.toArray())[0]).toMatchObject({
      state: "rejected",
      answer: { code: "discarded", details: { why: "not theirs" } },
    });
  });

  test("nobody else sees or decides what is quarantined, nor withdraws a phone of another district", async () => {
    const change = { ...(await madeOn(author)), device: randomUUID() };
    await bring(carrier, change);
    const id = await only(change);
    for (const actor of [carrier, await person("health_office"), await person("ministry")]) {
      await expect(releaseChange(actor, { id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(discardQuarantined(actor, { id, why: "x" })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(withdrawDevice(carrier, { deviceId: author.device })).rejects.toMatchObject({
      code: "forbidden",
    });
    await withdrawDevice(await person("health_office"), { deviceId: author.device });
    const [row] =
      await server.owner`select revoked_at is not null as gone from devices where id = ${author.device}`;
    expect(row?.gone).toBe(true);
  });
});
