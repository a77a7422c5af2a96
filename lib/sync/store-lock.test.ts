import "fake-indexeddb/auto";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { liveQuery } from "dexie";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { programmeKey, unwrapFor } from "@/lib/access/programme-key";
import type { Change } from "@/lib/changes/schema";
import { startClockAt } from "@/lib/clock";
import { FieldDatabase } from "./database";
import { deviceId, signChange } from "./device-key";
import { pictureOf } from "./pictures";
import { saveRecord } from "./record";
import { changePin, faultOfPin, lockOf, removePin, setPin, unlockWithKey, unlockWithPin } from "./store-lock";

const place = randomUUID();
const secret = "ທາງຖືກຕັດຂາດ";
const pin = "582914";
let userId: string;
let db: FieldDatabase;

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://x/y";
  process.env.PROGRAMME_KEY = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
});

beforeEach(async () => {
  userId = randomUUID();
  db = new FieldDatabase(userId);
  await db.known.bulkPut([
    { key: "programme", value: programmeKey() },
    { key: "me", value: { userId, name: "made up", verbs: [], assignments: [] } },
  ]);
});
afterEach(() => db.close());

const write = (on = db, statement = secret) =>
  saveRecord(on, randomUUID(), { type: "problem", place, fields: { workshopId: randomUUID(), statement } });
const addPicture = () =>
  db.media.add({
    sha256: "a".repeat(64),
    photoId: randomUUID(),
    blob: new Blob([secret]),
    type: "image/jpeg",
    bytes: 9,
    state: "waiting",
    code: null,
    savedAt: "2026-11-20T00:00:00Z",
  });
/** The same store as a page that starts anew sees it. */
const coldStart = () => new FieldDatabase(userId);

/** Everything as it lies on the phone, past Dexie. */
async function onDisk(): Promise<string> {
  const opening = indexedDB.open(db.name);
  const raw = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  let all = "";
  for (const name of raw.objectStoreNames) {
    const asking = raw.transaction(name).objectStore(name).getAll();
    const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
      asking.onsuccess = () => resolve(asking.result);
    });
    for (const row of rows) {
      all += JSON.stringify(row);
      if (row.blob instanceof Blob) all += await row.blob.text();
    }
  }
  raw.close();
  return all;
}

describe("a store without a PIN", () => {
  test("lies on the phone as before", async () => {
    await write();
    expect(await onDisk()).toContain(secret);
  });
});

describe("a store with a PIN", () => {
  test("leaves no word of what was entered on the phone, before it or after, nor in pictures", async () => {
    const before = await write();
    await addPicture();
    await setPin(db, pin);
    const after = await write(db, `${secret} 2`);
    const disk = await onDisk();
    for (const word of [secret, "made up", "statement", pin]) expect(disk).not.toContain(word);
    expect((await db.records.get(["problem", before]))?.fields.statement).toBe(secret);
    expect((await db.outbox.where("subject").equals(after).toArray())[0]?.change.fields.statement).toBe(
      `${secret} 2`,
    );
    const [picture] = await db.media.toArray();
    expect(await (await pictureOf(db, picture as never)).text()).toBe(secret);
  });

  test("after a cold start opens with the PIN only; its indices, cursors and live queries work", async () => {
    const id = await write();
    await setPin(db, pin);
    const cold = coldStart();
    await expect(cold.records.toArray()).rejects.toThrow("locked");
    await unlockWithPin(cold, pin);
    const seen: number[] = [];
    const watching = liveQuery(() => cold.records.where("place").equals(place).count()).subscribe((n) =>
      seen.push(n),
    );
    await expect.poll(() => seen).toEqual([1]);
    await write(cold);
    await expect.poll(() => seen).toEqual([1, 2]);
    watching.unsubscribe();
    await cold.outbox.toCollection().modify({ state: "sending" });
    expect(
      (await cold.outbox.where("state").equals("sending").sortBy("seq")).map(({ state }) => state),
    ).toEqual(["sending", "sending"]);
    expect((await cold.records.filter(({ fields }) => fields.statement === secret).toArray()).length).toBe(2);
    expect(await cold.records.get(["problem", id])).toMatchObject({ type: "problem", place, conflicted: 0 });
    const change = (await cold.outbox.toArray())[0]?.change as Change;
    expect((await signChange(cold, { ...change, device: await deviceId(cold) })).signature).toBeTruthy();
    cold.close();
  });

  test("counts wrong PINs over restarts and makes each wait longer; the clock set back does not lock for years", async () => {
    await setPin(db, pin);
    const tries = async (typed: string) =>
      unlockWithPin(coldStart(), typed).catch((error) => [error.fault, error.seconds]);
    expect(await tries("111112")).toEqual(["wrong", 0]);
    expect(await tries("111112")).toEqual(["wrong", 0]);
    expect(await tries("111112")).toEqual(["wait", 5]);
    expect((await tries(pin))?.[0], "also for the right one").toBe("wait");
    startClockAt("2020-01-01T00:00:00Z");
    expect(((await tries(pin)) as [string, number])[1]).toBeLessThanOrEqual(300);
    startClockAt("2040-01-01T00:00:00Z");
    expect(await tries(pin)).toBeUndefined();
    expect(await lockOf(db)).toMatchObject({ failures: 0 });
    startClockAt(new Date().toISOString());
  });

  test("a forgotten PIN loses nothing: the programme's key opens it for its owner, with a new PIN", async () => {
    const id = await write();
    await setPin(db, pin);
    const cold = coldStart();
    const { programmeKey: wrapped } = (await lockOf(cold)) as { programmeKey: string };
    expect(() => unwrapFor(randomUUID(), wrapped)).toThrow();
    await unlockWithKey(cold, unwrapFor(userId, wrapped), "730265");
    expect((await cold.records.get(["problem", id]))?.fields.statement).toBe(secret);
    await expect(unlockWithPin(coldStart(), pin)).rejects.toMatchObject({ fault: "wrong" });
    await unlockWithPin(coldStart(), "730265");
  });

  test("is changed with the present one, and removed without a trace of sealing", async () => {
    const id = await write();
    await addPicture();
    await setPin(db, pin);
    await expect(changePin(db, { present: "111112", next: "730265" })).rejects.toMatchObject({
      fault: "wrong",
    });
    await changePin(db, { present: pin, next: "730265" });
    await expect(removePin(db, pin)).rejects.toMatchObject({ fault: "wrong" });
    await removePin(db, "730265");
    const cold = coldStart();
    expect((await cold.records.get(["problem", id]))?.fields.statement).toBe(secret);
    expect(await (await pictureOf(cold, (await cold.media.toArray())[0] as never)).text()).toBe(secret);
    expect(await lockOf(cold)).toBeNull();
    expect(await onDisk()).not.toContain("cipher");
  });

  test("is not offered where the programme has no key to open a forgotten one", async () => {
    await db.known.delete("programme");
    await expect(setPin(db, pin)).rejects.toMatchObject({ fault: "unavailable" });
    expect(await lockOf(db)).toBeNull();
  });
});

describe("a phone that dies", () => {
  test("while its PIN is being set, with no picture on it, seals the rest when it is opened", async () => {
    await write();
    const dying = coldStart();
    vi.spyOn(dying.records, "bulkPut").mockRejectedValue(new Error("killed"));
    await expect(setPin(dying, pin)).rejects.toThrow("killed");
    dying.close();
    expect(await onDisk(), "the lock is there, the rows are plain").toContain(secret);
    const cold = coldStart();
    await unlockWithPin(cold, pin);
    expect(await onDisk()).not.toContain(secret);
    expect(await lockOf(cold)).toMatchObject({ sealed: true });
    cold.close();
  });

  test("while its PIN is being removed keeps everything sealed, and goes on sealing", async () => {
    await write();
    await setPin(db, pin);
    const failing = vi.spyOn(db.outbox, "bulkPut").mockRejectedValue(new Error("killed"));
    await expect(removePin(db, pin)).rejects.toThrow("killed");
    failing.mockRestore();
    await write(db, `${secret} 2`);
    expect(await onDisk()).not.toContain(secret);
    await unlockWithPin(coldStart(), pin);
  });
});

test.each([
  ["12345", "short"],
  ["abcdef", "short"],
  ["111111", "simple"],
  ["123456", "simple"],
  ["987654", "simple"],
  ["582914", null],
])("the PIN %s: %s", (typed, fault) => expect(faultOfPin(typed)).toBe(fault));
