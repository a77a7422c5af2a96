import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { type RecordType, recordTypes } from "@/lib/changes/registry";
import { type Change, typeOf } from "@/lib/changes/schema";
import { withPulled } from "./layers";
import { receiveChanges } from "./receive";
import { emptyLayer, type Layer } from "./rows";

// Queues as earlier versions of this application left them on phones; the server takes those of the last twelve months.
const folder = new URL("./fixtures/", import.meta.url);
const queues = readdirSync(folder).filter((name) => name.startsWith("queue-"));
const places = {
  district: "11111111-1111-4111-8111-111111111111",
  village: "22222222-2222-4222-8222-222222222222",
};
const changesIn = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Change[];

let server: TestDatabase;
beforeAll(async () => {
  server = await testDatabase();
  const { district, village } = places;
  const rows = [
    { id: district, level: "district", district_id: district, name_lo: "ເມືອງທົດສອບ", source: "test" },
    { id: village, level: "village", district_id: district, name_lo: "ບ້ານທົດສອບ", source: "test" },
  ];
  await server.owner`insert into places ${server.owner(rows)}`;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

const roles = ["facilitator", "health_office", "governor_office", "ministry", "administrator"] as const;

/** Each role sends what is its to send; the others' part is refused, and sent again by them. */
async function sendAll(changes: readonly Change[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const role of roles) {
    const nation = role === "ministry" || role === "administrator";
    const actor = actorFor(nation ? { role, nation } : { role, districtIds: [places.district] });
    const left = changes.filter(({ id }) => (answers.get(id) ?? "rejected") === "rejected");
    const way = { sessionDevice: null, canSign: false };
    for (let at = 0; at < left.length; at += 100) {
      const request = { device: null, epoch: null, changes: left.slice(at, at + 100) };
      const answer = await receiveChanges(actor, request, way);
      for (const { id, status } of answer.answers) answers.set(id, status);
    }
  }
  return answers;
}

describe.each(queues)("%s", (name) => {
  const changes = changesIn(name);

  test("holds every type of record its version knew", () => {
    const types = new Set(changes.map(({ kind }) => typeOf(kind)));
    expect(types.size).toBeGreaterThanOrEqual(34);
    for (const type of types) expect(Object.keys(recordTypes)).toContain(type as RecordType);
  });

  test("is taken whole, once, and says what it said", async () => {
    const first = await sendAll(changes);
    expect([...first].filter(([, status]) => !["accepted", "merged", "held"].includes(status))).toEqual([]);
    const again = await sendAll(changes);
    expect(new Set(again.values())).toEqual(new Set(["duplicate"]));
    const rows = await server.owner`
      select s.id, s.versions from subjects s where s.id in ${server.owner(changes.map(({ subject }) => subject))}`;
    const bySubject = Map.groupBy(changes, ({ subject }) => subject);
    expect(rows).toHaveLength(bySubject.size);
    for (const { id, versions } of rows) {
      const pulled = (bySubject.get(id) ?? []).map((change) => ({ ...change, authorId: "", seq: 0 }));
      expect(versions).toEqual(pulled.reduce(withPulled, emptyLayer as Layer).versions);
    }
  });
});
