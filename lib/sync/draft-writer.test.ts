import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startClockAt } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Workshop } from "@/lib/workshops/schema";
import { FieldDatabase } from "./database";
import { stillToStore } from "./draft-in-store";
import { DraftJournal } from "./draft-journal";
import { DraftWriter, whileTyping } from "./draft-writer";
import { type NewRecord, saveRecord } from "./record";
import { storageTrouble, understood } from "./storage-trouble";

const device = randomUUID();
const place = randomUUID();
const workshop: Workshop = { module: "1", level: "village", startDate: "2026-11-20" };

/** What survives a killed page. */
function aStorage(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  };
}

let db: FieldDatabase;
let user: string;
beforeEach(() => {
  user = randomUUID();
  db = new FieldDatabase(user);
  vi.stubGlobal("localStorage", aStorage());
  vi.stubGlobal("navigator", {});
});
afterEach(() => vi.unstubAllGlobals());

const save = (input: NewRecord) => saveRecord(db, device, input);
/** A tab that lives, and one whose transactions never end because it is killed. */
const alive = (allowed?: () => boolean) => new DraftWriter(save, new DraftJournal(user, allowed));
const dying = () => new DraftWriter(() => new Promise(() => {}), new DraftJournal(user));
async function opensAgain(): Promise<void> {
  const kept: Promise<unknown>[] = [];
  new DraftJournal(user).inherit(async (draft) => {
    const one = stillToStore(db, draft).then((lacking): unknown => lacking && save(lacking));
    kept.push(one);
    await one;
  });
  await vi.waitFor(() => expect(localStorage.length).toBe(0));
  await Promise.all(kept);
}
const venueOf = async (id: string) => (await db.records.get(["workshop", id]))?.fields.venue;
const type = (writer: DraftWriter, subject: string, venue: string) =>
  whileTyping(() => writer.keep({ type: "workshop", subject, place, fields: { venue } }));

describe("what is typed", () => {
  test("is one write after a pause, and nothing stays written down", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const written = vi.fn(async () => "id");
    const writer = new DraftWriter(written, new DraftJournal(user));
    const [first, second] = [type(writer, "w", "ວ"), type(writer, "w", "ວັດ")];
    expect(written).not.toHaveBeenCalled();
    expect(localStorage.length).toBe(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(await first).toBe("id");
    expect(await second).toBe("id");
    expect(written).toHaveBeenCalledTimes(1);
    expect(written).toHaveBeenCalledWith(expect.objectContaining({ fields: { venue: "ວັດ" } }));
    expect(localStorage.length).toBe(0);
    vi.useRealTimers();
  });

  test("keeps what was seen when the typing began", async () => {
    const written = vi.fn(async () => "id");
    const writer = new DraftWriter(written, new DraftJournal(user));
    const write = (venue: string, version: string) =>
      whileTyping(() =>
        writer.keep({ type: "workshop", subject: "w", place, fields: { venue }, seen: { venue: version } }),
      );
    void write("a", "first");
    void write("ab", "second");
    await writer.settle();
    expect(written).toHaveBeenCalledWith(
      expect.objectContaining({ fields: { venue: "ab" }, seen: { venue: "first" } }),
    );
  });

  test("goes with a choice made meanwhile, and before a deletion", async () => {
    const written: NewRecord[] = [];
    const writer = new DraftWriter(async (input) => {
      written.push(input);
      return "id";
    }, new DraftJournal(user));
    void type(writer, "w", "ວັດ");
    await writer.keep({ type: "workshop", subject: "w", place, fields: { level: "village" } });
    expect(written).toMatchObject([{ fields: { venue: "ວັດ", level: "village" } }]);
    void type(writer, "w", "ວັດໃໝ່");
    await writer.keep({ type: "workshop", subject: "w", place: null, fields: {}, operation: "delete" });
    expect(written.slice(1)).toMatchObject([{ fields: { venue: "ວັດໃໝ່" } }, { operation: "delete" }]);
  });

  test("a refused value is told to whoever typed it and is not tried for ever", async () => {
    const writer = alive();
    const asked = writer.keep({ type: "workshop", place, fields: { ...workshop, startDate: "2026-02-30" } });
    await expect(asked).rejects.toMatchObject({ code: "invalid" });
    expect(localStorage.length).toBe(0);
  });
});

describe("a page killed while somebody types", () => {
  test("loses no keystroke, whichever was the last", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const id = await save({ type: "workshop", place, fields: workshop });
          const page = dying();
          for (const text of texts) void type(page, id, text);
          expect(await venueOf(id)).toBeUndefined();
          await opensAgain();
          expect(await venueOf(id)).toBe(texts.at(-1));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("between the end of the transaction and the answer doubles nothing", async () => {
    const half = new DraftWriter(
      (input) => save(input).then(() => new Promise(() => {})),
      new DraftJournal(user),
    );
    void half.keep({ type: "workshop", place, fields: workshop });
    await vi.waitFor(async () => expect(await db.outbox.count()).toBe(1));
    await db.outbox.toCollection().modify({ sealed: true });
    await opensAgain();
    expect(await db.records.count()).toBe(1);
    expect(await db.outbox.count()).toBe(1);
  });

  test("keeps the order of what was entered into two records", async () => {
    const page = dying();
    void page.keep({ type: "workshop", subject: user, place, fields: workshop });
    void page.keep({ type: "workshop", subject: user, place: null, fields: {}, operation: "delete" });
    await opensAgain();
    expect((await db.records.get(["workshop", user]))?.deletedAt).not.toBeNull();
  });
});

describe("another open tab's words", () => {
  test("are left alone until that tab is gone", async () => {
    const held = new Map<string, Promise<unknown>>();
    const request = (name: string, run: () => Promise<unknown>) => {
      const done = Promise.resolve(held.get(name)).then(run);
      held.set(name, done);
      return done;
    };
    vi.stubGlobal("navigator", { locks: { request } });
    const journal = new DraftJournal(user);
    await journal.open();
    journal.write(journal.nextKey(), { type: "workshop", subject: user, place, fields: workshop });
    const taken = vi.fn(async () => {});
    new DraftJournal(user).inherit(taken);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).not.toHaveBeenCalled();
    held.clear();
    new DraftJournal(user).inherit(taken);
    await vi.waitFor(() => expect(taken).toHaveBeenCalledTimes(1));
  });
});

describe("words left by a tab that is gone", () => {
  const left = (...venues: string[]) => {
    const journal = new DraftJournal(user);
    for (const venue of venues)
      journal.write(journal.nextKey(), { type: "workshop", subject: user, place, fields: { venue } });
  };
  const venuesLeft = () =>
    Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n) as string)
      .sort()
      .map((key) => JSON.parse(localStorage.getItem(key) as string).input.fields.venue);

  test("stay written down, and in their order, while the phone is full", async () => {
    left("ວັດ", "ໂຮງຮຽນ");
    const full = vi.fn(() => Promise.reject(new DOMException("full", "QuotaExceededError")));
    new DraftJournal(user).inherit(full);
    await vi.waitFor(() => expect(storageTrouble()).toBe("full"));
    expect(full).toHaveBeenCalledTimes(1);
    expect(venuesLeft()).toEqual(["ວັດ", "ໂຮງຮຽນ"]);
    understood();
  });

  test("do not undo what was entered anew since; an earlier version's are read too", async () => {
    const id = await save({ type: "workshop", place, fields: workshop });
    const entry = (fields: object) => ({ type: "workshop", subject: id, place, fields });
    const journal = new DraftJournal(user);
    startClockAt("2026-11-20T08:00:00Z");
    journal.write(journal.nextKey(), entry({ venue: "ວັດ", note: "ຝົນ" }) as NewRecord);
    startClockAt("2026-11-20T09:00:00Z");
    await save({ type: "workshop", subject: id, place, fields: { venue: "ໂຮງຮຽນ" } });
    localStorage.setItem(journal.nextKey(), JSON.stringify(entry({ funder: "ບ້ານ", venue: "ໂຮງຮຽນ ປ.1" })));
    await opensAgain();
    const row = await db.records.get(["workshop", id]);
    expect(row?.fields).toMatchObject({ venue: "ໂຮງຮຽນ ປ.1", note: "ຝົນ", funder: "ບ້ານ" });
    startClockAt(new Date().toISOString());
  });

  test("go when the store refuses them, and those after them are taken", async () => {
    left("ວັດ", "ໂຮງຮຽນ");
    const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
    const gone = vi.fn(() => Promise.reject(new AppError("not_found")));
    new DraftJournal(user).inherit(gone);
    await vi.waitFor(() => expect(venuesLeft()).toEqual([]));
    expect(gone).toHaveBeenCalledTimes(2);
    silenced.mockRestore();
  });
});

describe("where nothing may be written down", () => {
  test.each([
    ["a PIN locks the store", () => alive(() => false)],
    [
      "the browser has no room",
      () => {
        vi.stubGlobal("localStorage", aStorage(0));
        return alive();
      },
    ],
  ])("because %s, every keystroke goes to the store at once", async (_, open) => {
    const id = await save({ type: "workshop", place, fields: workshop });
    await type(open(), id, "ວັດ");
    expect(await venueOf(id)).toBe("ວັດ");
    expect(localStorage.length).toBe(0);
  });

  test("another person's words stay theirs", () => {
    const journal = new DraftJournal(user);
    journal.write(journal.nextKey(), { type: "workshop", subject: user, place, fields: workshop });
    const other = new DraftJournal(randomUUID());
    const taken = vi.fn(async () => {});
    other.inherit(taken);
    other.forget();
    expect(taken).not.toHaveBeenCalled();
    expect(localStorage.length).toBe(1);
    journal.forget();
    expect(localStorage.length).toBe(0);
  });
});
