import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { FieldDatabase } from "./database";
import { DraftJournal } from "./draft-journal";
import { DraftWriter } from "./draft-writer";
import { type NewRecord, saveRecord } from "./record";
import { storageTrouble, troubleOf, understood } from "./storage-trouble";

const device = randomUUID();
const entry: NewRecord = {
  type: "workshop",
  place: randomUUID(),
  fields: { module: "1", level: "village", startDate: "2026-11-20" },
};
let db: FieldDatabase;
let writer: DraftWriter;

beforeEach(() => {
  db = new FieldDatabase(randomUUID());
  writer = new DraftWriter((input) => saveRecord(db, device, input), new DraftJournal(db.name));
});
afterEach(() => {
  understood();
  db.close();
});

const nothingKept = async () => [await db.records.count(), await db.outbox.count()];

describe("an entry that the phone cannot store", () => {
  test("is not taken for saved when there is no space, and nothing half of it is kept", async () => {
    const full = () => {
      throw new DOMException("no space", "QuotaExceededError");
    };
    db.records.hook("creating", full);
    await expect(writer.keep(entry)).rejects.toThrow();
    expect(storageTrouble()).toBe("full");
    expect(await nothingKept()).toEqual([0, 0]);
    db.records.hook("creating").unsubscribe(full);
    understood();
    await writer.keep(entry);
    expect(storageTrouble()).toBeNull();
    expect(await nothingKept()).toEqual([1, 1]);
  });

  test("is told when another window has closed the store for a newer version", async () => {
    await db.open();
    db.close();
    await expect(writer.keep(entry)).rejects.toThrow();
    expect(storageTrouble()).toBe("closed");
  });

  test("an entry that is wrong in itself is no trouble of the storage", async () => {
    const wrong = { ...entry, fields: { ...entry.fields, level: "planet" } } as unknown as NewRecord;
    await expect(writer.keep(wrong)).rejects.toBeInstanceOf(AppError);
    expect(storageTrouble()).toBeNull();
  });
});

test.each([
  [{ name: "AbortError", inner: { name: "QuotaExceededError" } }, "full"],
  [{ name: "DatabaseClosedError" }, "closed"],
  [{ name: "OpenFailedError", inner: { name: "UnknownError" } }, "failed"],
  [new AppError("invalid"), null],
  [null, null],
])("%o is %s", (error, trouble) => expect(troubleOf(error)).toBe(trouble));
