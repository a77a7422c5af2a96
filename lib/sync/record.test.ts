import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Workshop } from "@/lib/workshops/schema";
import { FieldDatabase } from "./database";
import { discardChange, saveRecord } from "./record";

const device = randomUUID();
const place = randomUUID();
const fields: Workshop = { module: "1", level: "village", startDate: "2026-11-20" };
let db: FieldDatabase;

beforeEach(() => {
  db = new FieldDatabase(randomUUID());
});

const begin = () => saveRecord(db, device, { type: "workshop", place, fields });
const write = (subject: string, changed: Partial<Workshop>) =>
  saveRecord(db, device, { type: "workshop", subject, place, fields: changed });

describe("saving on the phone", () => {
  test("writes the record and its change together", async () => {
    const id = await begin();
    const row = await db.records.get(["workshop", id]);
    const [item] = await db.outbox.toArray();
    expect(row?.fields).toMatchObject(fields);
    expect(row?.versions.module).toBe(item?.id);
    expect(item).toMatchObject({ subject: id, state: "waiting", pulled: false });
    expect(item?.change).toMatchObject({ kind: "workshop.record", place, base: { module: null }, device });
  });

  test("typing on is one change until it has left the phone", async () => {
    const id = await begin();
    await write(id, { venue: "ວ" });
    await write(id, { venue: "ວັດ" });
    expect(await db.outbox.count()).toBe(1);
    expect((await db.outbox.toArray())[0]?.change.fields).toMatchObject({ module: "1", venue: "ວັດ" });

    await db.outbox.toCollection().modify({ sealed: true });
    await write(id, { venue: "ວັດໃໝ່" });
    const [first, second] = await db.outbox.orderBy("seq").toArray();
    expect(second?.change).toMatchObject({ fields: { venue: "ວັດໃໝ່" }, base: { venue: first?.id } });
    expect((await db.records.get(["workshop", id]))?.fields).toMatchObject({ venue: "ວັດໃໝ່", module: "1" });
  });

  test("a value that the server would refuse is refused here, and nothing is stored", async () => {
    await expect(
      saveRecord(db, device, { type: "workshop", place, fields: { ...fields, startDate: "2026-02-30" } }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await db.outbox.count()).toBe(0);
    expect(await db.records.count()).toBe(0);
  });

  test("deleting is a change and can be undone", async () => {
    const id = await begin();
    await saveRecord(db, device, {
      type: "workshop",
      subject: id,
      place: null,
      fields: {},
      operation: "delete",
    });
    expect((await db.records.get(["workshop", id]))?.deletedAt).not.toBeNull();
    await saveRecord(db, device, {
      type: "workshop",
      subject: id,
      place: null,
      fields: {},
      operation: "undelete",
    });
    expect((await db.records.get(["workshop", id]))?.deletedAt).toBeNull();
    const changes = await db.outbox.orderBy("seq").toArray();
    expect(changes.map(({ change }) => [change.kind, change.place])).toEqual([
      ["workshop.record", place],
      ["workshop.delete", place],
      ["workshop.undelete", place],
    ]);
  });

  test("children are found by the id of what they belong to", async () => {
    const workshopId = await begin();
    await saveRecord(db, device, { type: "problem", place, fields: { workshopId, statement: "ໄກ" } });
    expect(await db.records.where("links").equals(workshopId).count()).toBe(1);
  });

  test("correcting a refused change carries what it said along, and discarding it takes it back", async () => {
    const id = await begin();
    await db.outbox.toCollection().modify({ state: "rejected", sealed: true });
    await write(id, { module: "2" });
    const [item, ...rest] = await db.outbox.toArray();
    expect(rest).toHaveLength(0);
    expect(item).toMatchObject({ state: "waiting", change: { fields: { ...fields, module: "2" } } });

    await db.outbox.toCollection().modify({ state: "rejected" });
    await discardChange(db, item?.id as string);
    expect(await db.records.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
  });
});
