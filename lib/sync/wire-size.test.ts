import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RecordType } from "@/lib/changes/registry";
import { samples } from "@/lib/changes/samples";
import { packedJson } from "./packed-json";
import { pushAll } from "./push";
import { saveRecord } from "./record";
import { emptyPhone } from "./testing";
import type { Transport } from "./transport";

const long = "ແມ່ຍິງຫຼາຍຄົນບໍ່ໄດ້ໄປກວດທ້ອງ ຍ້ອນທາງຂາດໃນລະດູຝົນ ແລະ ບໍ່ມີເງິນຄ່າເດີນທາງ";
const ring = Array.from({ length: 40 }, (_, n) => [
  0.5 + 0.4 * Math.cos(n / 6.2),
  0.5 + 0.4 * Math.sin(n / 6.2),
]);

/** A whole workshop: two groups, attendance, 12 features, 6 problems with causes, dots and solutions, 5 actions, promises. */
async function recordWorkshop() {
  const db = emptyPhone();
  const place = randomUUID();
  const made: Record<string, string> = { place };
  const add = async (type: RecordType, times = 1, more: object = {}) => {
    for (let n = 0; n < times; n++) {
      const fields = { ...samples[type](made), ...more } as never;
      made[type] = await saveRecord(db, place, { type, place, fields });
    }
  };
  await add("workshop", 1, { venue: long, note: long, facilitators: ["ກ", "ຂ"] });
  for (const kind of ["women", "men"]) await add("group", 1, { kind });
  await add("attendance", 12);
  await add("session", 10);
  await add("map");
  const area = { type: "Polygon", space: "sketch", coordinates: [[...ring, ring[0]]] };
  await add("feature", 8, { label: long });
  await add("feature", 4, { geometry: area, note: long });
  for (let n = 0; n < 6; n++) {
    await add("problem", 1, { statement: long, note: long });
    await add("problemNode", 4, { text: long });
    await add("problemFeature", 2);
    await add("ballot", 4);
    await add("solution", 2, { text: long });
  }
  await add("plan");
  await add("action", 5, { what: long, resources: long });
  await add("commitment", 6, { text: long });
  await add("consent", 5);
  await add("photo", 4);
  return db;
}

test("a whole workshop goes over the wire in less than 200 kB, its photos apart", async () => {
  const db = await recordWorkshop();
  const epoch = randomUUID();
  const weights: number[] = [];
  const push: Transport["push"] = async (request) => {
    const answers = request.changes.map((change) => ({
      id: (change as { id: string }).id,
      status: "accepted" as const,
    }));
    const answer = { epoch, at: new Date().toISOString(), answers };
    const { body } = await packedJson(request);
    weights.push((body as ArrayBuffer).byteLength ?? (body as string).length, JSON.stringify(answer).length);
    return answer;
  };
  await pushAll(db, { push, register: async () => {} } as unknown as Transport);
  expect(await db.outbox.where("state").equals("received").count()).toBeGreaterThan(120);
  const kilobytes = weights.reduce((sum, bytes) => sum + bytes, 0) / 1000;
  expect(kilobytes).toBeLessThan(200);
});
