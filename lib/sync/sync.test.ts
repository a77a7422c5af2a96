import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import type { Workshop } from "@/lib/workshops/schema";
import type { FieldDatabase } from "./database";
import { deviceId } from "./device-key";
import { pullAll } from "./pull";
import { pushAll } from "./push";
import { saveRecord } from "./record";
import { directTransport, emptyPhone } from "./testing";

let server: TestDatabase;
let district: TestDistrict;
let place: string;
const fields: Workshop = { module: "1", level: "village", startDate: "2026-11-20" };

beforeAll(async () => {
  server = await testDatabase();
  district = await makeDistrict(server.owner);
  place = district.villageIds[0] as string;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

async function person(role: "facilitator" | "health_office" = "facilitator"): Promise<Actor> {
  const actor = actorFor({ role, districtIds: [district.districtId] });
  await server.owner`insert into users (id, login, display_name) values (${actor.userId}, ${`u${actor.userId.slice(0, 20)}`}, 'made up')`;
  return actor;
}

type Phone = ReturnType<typeof directTransport> & { db: FieldDatabase; actor: Actor; device: string };
async function phone(role: "facilitator" | "health_office" = "facilitator"): Promise<Phone> {
  const actor = await person(role);
  const db = emptyPhone();
  return { ...directTransport(actor), actor, db, device: await deviceId(db) };
}
/** Other test files' transactions hold back what may be pulled; they end soon. */
async function everythingVisible(): Promise<void> {
  for (;;) {
    const [row] = await server.owner`
      select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as yes from changes`;
    if (row?.yes) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const pull = async ({ db, transport }: Pick<Phone, "db" | "transport">) => {
  await everythingVisible();
  return pullAll(db, transport);
};
const sync = async (phone: Phone) => {
  await pushAll(phone.db, phone.transport);
  await pull(phone);
};
const begin = ({ db, device }: Phone) => saveRecord(db, device, { type: "workshop", place, fields });
const write = ({ db, device }: Phone, subject: string, changed: Partial<Workshop>) =>
  saveRecord(db, device, { type: "workshop", subject, place, fields: changed });
const states = async ({ db }: Phone) => (await db.outbox.orderBy("seq").toArray()).map(({ state }) => state);
const shown = async ({ db }: Phone, id: string) => db.records.get(["workshop", id]);
const onServer = async (id: string) => (await server.owner`select * from workshops where id = ${id}`)[0];

describe("sending", () => {
  let one: Phone;
  beforeEach(async () => {
    one = await phone();
  });

  test("a workshop recorded with no network arrives when there is one", async () => {
    one.faults.offline = true;
    const id = await begin(one);
    await expect(pushAll(one.db, one.transport)).rejects.toMatchObject({ kind: "offline" });
    expect(await states(one)).toEqual(["waiting"]);
    one.faults.offline = false;
    await sync(one);
    expect(await states(one)).toEqual(["received"]);
    expect(await onServer(id)).toMatchObject({ village_id: place, module: "1" });
    expect(await shown(one, id)).toMatchObject({ district: district.districtId, fields });
  });

  test("after a lost answer the same changes go again and nothing is doubled", async () => {
    const id = await begin(one);
    one.faults.loseAnswers = 1;
    await expect(pushAll(one.db, one.transport)).rejects.toMatchObject({ kind: "offline" });
    await sync(one);
    const [item] = await one.db.outbox.toArray();
    expect(item).toMatchObject({ state: "received", answer: { status: "duplicate" } });
    const [count] = await server.owner`select count(*)::int as n from changes where subject_id = ${id}`;
    expect(count?.n).toBe(1);
  });

  test("a tab killed while sending leaves nothing behind", async () => {
    await begin(one);
    await one.db.outbox.toCollection().modify({ state: "sending", sealed: true });
    await sync(one);
    expect(await states(one)).toEqual(["received"]);
  });

  test("one refused change stays with its reason and blocks no other", async () => {
    const elsewhere = await makeDistrict(server.owner);
    const foreign = elsewhere.villageIds[0] as string;
    await saveRecord(one.db, one.device, { type: "workshop", place: foreign, fields });
    const id = await begin(one);
    await sync(one);
    expect(await states(one)).toEqual(["rejected", "received"]);
    expect((await one.db.outbox.toArray())[0]?.answer).toMatchObject({ code: "forbidden" });
    expect(await onServer(id)).toBeDefined();
  });

  test("a child whose parent has not arrived is held and shows as received once it has", async () => {
    const workshopId = await begin(one);
    await saveRecord(one.db, one.device, { type: "problem", place, fields: { workshopId, statement: "ໄກ" } });
    const [parent] = await one.db.outbox.toArray();
    await one.db.outbox.delete(parent?.seq as number);
    await pushAll(one.db, one.transport);
    expect(await states(one)).toEqual(["held"]);
    await one.db.outbox.add({ ...parent, seq: undefined } as never);
    await sync(one);
    expect((await states(one)).sort()).toEqual(["received", "received"]);
  });

  test("batches hold a hundred changes at most, each answered", { timeout: 120_000 }, async () => {
    const workshopId = await begin(one);
    for (let n = 0; n < 120; n++) {
      await saveRecord(one.db, one.device, {
        type: "problem",
        place,
        fields: { workshopId, statement: String(n) },
      });
    }
    await sync(one);
    expect(one.sent.map(({ changes }) => changes.length)).toEqual([100, 21]);
    expect(new Set(await states(one))).toEqual(new Set(["received"]));
  });
});

describe("two phones", () => {
  let one: Phone;
  let two: Phone;
  beforeEach(async () => {
    one = await phone();
    two = await phone();
  });

  test("changes of different fields both stand; a pull does not overwrite what waits", async () => {
    const id = await begin(one);
    await sync(one);
    await sync(two);
    await write(two, id, { venue: "ວັດ" });
    await write(one, id, { module: "2" });
    await sync(one);
    await pull(two);
    expect((await shown(two, id))?.fields).toMatchObject({ venue: "ວັດ", module: "2" });
    await sync(two);
    await sync(one);
    for (const each of [one, two])
      expect((await shown(each, id))?.fields).toMatchObject({ venue: "ວັດ", module: "2" });
  });

  test("the same field twice is a conflict: the first stands, both are shown on both phones, the office decides", async () => {
    const id = await begin(one);
    await sync(one);
    await sync(two);
    await write(one, id, { venue: "ວັດ" });
    await write(two, id, { venue: "ໂຮງຮຽນ" });
    await sync(one);
    await sync(two);
    expect(await states(two)).toContain("conflict");
    await pull(one);
    for (const each of [one, two]) {
      const row = await shown(each, id);
      expect(row?.fields.venue).toBe("ວັດ");
      expect(row?.conflicts.venue).toMatchObject([{ value: "ໂຮງຮຽນ", authorId: two.actor.userId }]);
      expect(row?.makers?.venue).toMatchObject({ authorId: one.actor.userId, madeAt: expect.any(String) });
      expect(row?.conflicted).toBe(1);
    }

    const office = await phone("health_office");
    await sync(office);
    const decision = {
      type: "workshop",
      subject: id,
      place,
      fields: { venue: "ໂຮງຮຽນ" },
      operation: "resolve",
    } as const;
    await saveRecord(office.db, office.device, decision);
    await sync(office);
    for (const each of [one, two]) {
      await sync(each);
      expect(await shown(each, id)).toMatchObject({
        fields: { venue: "ໂຮງຮຽນ" },
        conflicts: {},
        conflicted: 0,
      });
    }
    expect(await states(two)).not.toContain("conflict");
  });

  test("what arrives while somebody types was not seen by them: a conflict, not an overwriting", async () => {
    const id = await begin(one);
    await sync(one);
    await sync(two);
    const seen = (await shown(two, id))?.versions;
    await write(one, id, { venue: "ວັດ" });
    await sync(one);
    await pull(two);
    const typed = { type: "workshop", subject: id, place, fields: { venue: "ໂຮງຮຽນ" }, seen } as const;
    await saveRecord(two.db, two.device, typed);
    await saveRecord(two.db, two.device, { ...typed, fields: { venue: "ໂຮງຮຽນໃໝ່" } });
    await sync(two);
    const row = await shown(two, id);
    expect(row?.fields.venue).toBe("ວັດ");
    expect(row?.conflicts.venue).toMatchObject([{ value: "ໂຮງຮຽນໃໝ່" }]);
    await write(two, id, { costKip: 5 });
    await sync(two);
    await saveRecord(two.db, two.device, { ...typed, fields: { costKip: 6 } });
    await sync(two);
    expect(await shown(two, id)).toMatchObject({ fields: { costKip: 6 } });
  });

  test("a restored server gets again what it lost, and is read anew", async () => {
    const id = await begin(one);
    await sync(one);
    for (const table of ["change_payloads", "changes", "subjects", "workshops"]) {
      await server.owner.unsafe(`delete from ${table}`);
    }
    await server.owner`update server_state set epoch = gen_random_uuid()`;
    expect(await pullAll(one.db, one.transport)).toBe(false);
    expect((await shown(one, id))?.fields).toMatchObject(fields);
    await sync(one);
    expect(await onServer(id)).toBeDefined();
    await sync(two);
    expect((await shown(two, id))?.fields).toMatchObject(fields);
  });
});

describe("pulling", () => {
  test("a transaction that commits late is not skipped", async () => {
    const reader = await phone();
    const early = newChange({ type: "workshop", place, fields, madeAt: new Date() });
    const late = newChange({ type: "workshop", place, fields, madeAt: new Date() });
    const slow = await server.owner.reserve();
    await slow`begin`;
    await slow`select pg_current_xact_id()`;
    await slow`insert into changes (id, kind, subject_id, district_id, village_id, author_id, carrier_id, made_at, status, digest, hash)
      values (${late.id}, 'workshop.record', ${late.subject}, ${district.districtId}, ${place}, ${reader.actor.userId},
        ${reader.actor.userId}, now(), 'accepted', 'x', 'x')`;
    await slow`insert into change_payloads (change_id, district_id, village_id, fields, base)
      values (${late.id}, ${district.districtId}, ${place}, ${server.owner.json(fields)}, '{}')`;
    expect((await applyChange(reader.actor, early)).status).toBe("accepted");
    reader.faults.impatient = true;
    await pullAll(reader.db, reader.transport);
    expect(await shown(reader, early.subject)).toBeUndefined();
    await slow`commit`;
    slow.release();
    await pull(reader);
    expect(await shown(reader, late.subject)).toBeDefined();
    expect(await shown(reader, early.subject)).toBeDefined();
  });

  test("a person of one village is given that village's changes only, and no other district's", async () => {
    const writer = await phone();
    const other = district.villageIds[1] as string;
    const here = await begin(writer);
    const there = await saveRecord(writer.db, writer.device, { type: "workshop", place: other, fields });
    await sync(writer);
    const villager = actorFor({ role: "health_centre", villageIds: [place] });
    const db = emptyPhone();
    await pull({ db, ...directTransport(villager) });
    expect(await db.records.get(["workshop", here])).toBeDefined();
    expect(await db.records.get(["workshop", there])).toBeUndefined();
    const elsewhere = await makeDistrict(server.owner);
    const { transport } = directTransport(villager);
    await expect(transport.pull({ district: elsewhere.districtId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a district that is no longer covered leaves the phone, except what is unsent", async () => {
    const one = await phone();
    const sent = await begin(one);
    await sync(one);
    const unsent = await begin(one);
    const moved = directTransport(
      actorFor({ role: "facilitator", districtIds: [], userId: one.actor.userId }),
    );
    await pull({ db: one.db, ...moved });
    expect(await shown(one, sent)).toBeUndefined();
    expect(await shown(one, unsent)).toBeDefined();
  });

  test("a district that goes while it is being asked for ends the round right; one that is always refused says so", async () => {
    const one = await phone();
    const sent = await begin(one);
    await sync(one);
    const moved = directTransport(
      actorFor({ role: "facilitator", districtIds: [], userId: one.actor.userId }),
    );
    const covered = await one.transport.pull({});
    let first = true;
    const between = {
      ...moved.transport,
      pull: async (asked: { district?: string }) => {
        if (asked.district || !first) return moved.transport.pull(asked);
        first = false;
        return covered;
      },
    };
    expect(await pullAll(one.db, between)).toBe(true);
    expect(await shown(one, sent)).toBeUndefined();
    const never = {
      ...between,
      pull: async (asked: { district?: string }) => (asked.district ? between.pull(asked) : covered),
    };
    await expect(pullAll(one.db, never)).rejects.toMatchObject({ code: "forbidden" });
  });
});

/** Only what was typed, as JSON sends it. */
const said = (typed: Partial<Workshop>): Partial<Workshop> => JSON.parse(JSON.stringify(typed));

/** A workshop with records two levels below it, and edits of different fields by somebody who had seen them all. */
function causalChanges() {
  const workshop = newChange({ type: "workshop", place, fields, madeAt: new Date() });
  const below = { place, madeAt: new Date() };
  const workshopId = workshop.subject;
  const problem = newChange({ type: "problem", ...below, fields: { workshopId, statement: "ໄກ" } });
  const cause = { problemId: problem.subject, kind: "cause" as const, text: "ທາງຂາດ" };
  const node = newChange({ type: "problemNode", ...below, fields: cause });
  const plan = newChange({ type: "plan", ...below, fields: { workshopId, status: "draft" } });
  const action = { planId: plan.subject, what: "ສ້ອມທາງ", level: "village" as const };
  const act = newChange({ type: "action", ...below, fields: action });
  return { creations: [workshop, problem, node, plan, act], workshop };
}

describe("any order of delivery", () => {
  const venues = fc.constantFrom("ວັດ", "ໂຮງຮຽນ", "ສະໂມສອນບ້ານ");
  const edit = fc.record({
    venue: fc.option(venues, { nil: undefined }),
    costKip: fc.option(fc.nat(9), { nil: undefined }),
  });

  test("parents late, everything twice: the server ends with the same records, each once", {
    timeout: 120_000,
  }, async () => {
    const author = await person();
    const length = causalChanges().creations.length;
    const orders = fc.array(fc.nat(1000), { minLength: length * 2, maxLength: length * 2 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const { creations, workshop } = causalChanges();
        const delivery = [...creations, ...creations]
          .map((change, index) => ({ change, at: order[index] ?? 0 }))
          .sort((a, b) => a.at - b.at);
        for (const { change } of delivery) {
          expect(["accepted", "held", "duplicate"]).toContain((await applyChange(author, change)).status);
        }
        const ids = creations.map(({ id }) => id);
        const kept = await server.owner`select id, status from changes where id in ${server.owner(ids)}`;
        expect(kept.map(({ id }) => id).sort()).toEqual([...ids].sort());
        expect(new Set(kept.map(({ status }) => status))).toEqual(new Set(["accepted"]));
        expect(await server.owner`select 1 from held_changes where id in ${server.owner(ids)}`).toHaveLength(
          0,
        );
        expect(await onServer(workshop.subject)).toMatchObject({ module: "1", village_id: place });
      }),
      { numRuns: 12 },
    );
  });

  test("the history holds every value, and a phone that only reads shows what the server shows", {
    timeout: 120_000,
  }, async () => {
    const author = await person();
    const reader = await phone();
    const scenario = fc.record({
      edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
      order: fc.array(fc.nat(99)),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ edits, order }) => {
        const first = newChange({ type: "workshop", place, fields, madeAt: new Date() });
        const base = { venue: null, costKip: null };
        const others = edits.map((changed) =>
          newChange({
            type: "workshop",
            subject: first.subject,
            place,
            fields: said(changed),
            base,
            madeAt: new Date(),
          }),
        );
        const shuffled = others
          .map((change, index) => ({ change, at: order[index] ?? index }))
          .sort((a, b) => a.at - b.at)
          .map(({ change }) => change);
        for (const change of [first, ...shuffled, ...others, first]) await applyChange(author, change);

        const rows =
          await server.owner`select c.id, p.fields from changes c join change_payloads p on p.change_id = c.id
          where c.subject_id = ${first.subject}`;
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([first, ...others].map(({ id }) => id)));
        await pull(reader);
        const row = await shown(reader, first.subject);
        const stored = await onServer(first.subject);
        expect([row?.fields.venue ?? null, row?.fields.costKip ?? null]).toEqual([
          stored?.venue,
          stored?.cost_kip === null ? null : Number(stored?.cost_kip),
        ]);
        const [subject] =
          await server.owner`select versions, conflicts from subjects where id = ${first.subject}`;
        expect(row?.versions).toEqual(subject?.versions);
        expect(row?.conflicts).toEqual(subject?.conflicts);
        const typed = new Set(edits.flatMap(({ venue }) => venue ?? []));
        const kept = (row?.conflicts.venue ?? []).map(({ value }) => value);
        expect(new Set([row?.fields.venue, ...kept].filter(Boolean))).toEqual(typed);
      }),
      { numRuns: 15 },
    );
  });
});
