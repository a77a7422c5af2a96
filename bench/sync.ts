import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startEmbedded } from "@/db/server";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { firstBatch } from "@/lib/sync/batch";
import { deviceId, signChange, unregisteredDevice } from "@/lib/sync/device-key";
import type { OutboxItem } from "@/lib/sync/rows";
import { directTransport, emptyPhone } from "@/lib/sync/testing";
import type { Transport } from "@/lib/sync/transport";
import { wireLimits } from "@/lib/sync/wire-limits";
import { share } from "./measure";

// Phones that come back from days without a network: their signed queues in the batches a phone sends, through the real
// receive. The phone's own store is not in it: outside a browser there is only a slow imitation of it. The floor is the
// same four rows a change leaves, bare, in one transaction each, over as many connections at once.

type Phone = { queue: OutboxItem[]; device: string; transport: Transport; requests: number[] };

async function waitingPhone(
  sql: Sql,
  { districtId, villageIds }: TestDistrict,
  changes: number,
): Promise<Phone> {
  const actor = actorFor({ role: "facilitator", districtIds: [districtId] });
  const login = `bench.${actor.userId.slice(0, 18)}`;
  await sql`insert into users (id, login, display_name) values (${actor.userId}, ${login}, 'made up')`;
  const { transport } = directTransport(actor);
  const db = emptyPhone();
  const device = await deviceId(db);
  const key = await unregisteredDevice(db, "bench");
  if (key) await transport.register(key);
  const fields = { module: "3", level: "village", startDate: today(), venue: "ສະໂມສອນບ້ານ" } as const;
  const about = { type: "workshop", place: villageIds[0] as string, fields, device } as const;
  const queue: OutboxItem[] = [];
  for (let n = 0; n < changes; n++) {
    const change = await signChange(db, newChange({ ...about, madeAt: new Date() }));
    queue.push({ change } as OutboxItem);
  }
  return { queue, device, transport, requests: [] };
}

/** Everything that waits, batch after batch, as lib/sync/push does it. */
async function sendAll({ queue, device, transport, requests }: Phone): Promise<void> {
  while (queue.length > 0) {
    const batch = firstBatch(queue, wireLimits.batch, wireLimits.bytes);
    const began = performance.now();
    await transport.push({ device, epoch: null, changes: batch.map(({ change }) => change) });
    requests.push((performance.now() - began) / batch.length);
    queue.splice(0, batch.length);
  }
}

async function bareRows(sql: Sql, { districtId, villageIds }: TestDistrict, changes: number): Promise<void> {
  const village = villageIds[0] as string;
  for (let n = 0; n < changes; n++) {
    const [subject, change, author] = [randomUUID(), randomUUID(), randomUUID()];
    await sql.begin(async (tx) => {
      await tx`insert into workshops (id, district_id, village_id, created_by, updated_by, module, level, start_date, venue)
        values (${subject}, ${districtId}, ${village}, ${author}, ${author}, '3', 'village', ${today()}, 'ສະໂມສອນບ້ານ')`;
      await tx`insert into subjects (id, type, district_id, village_id, head_hash) values (${subject}, 'workshop', ${districtId}, ${village}, 'h')`;
      await tx`insert into changes (id, kind, subject_id, district_id, village_id, author_id, carrier_id, made_at, status, digest, hash)
        values (${change}, 'workshop.record', ${subject}, ${districtId}, ${village}, ${author}, ${author}, now(), 'accepted', 'd', 'h')`;
      await tx`insert into change_payloads (change_id, district_id, village_id, fields) values (${change}, ${districtId}, ${village}, '{}')`;
    });
  }
}

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
const round = (value: number) => Math.round(value * 100) / 100;

async function measure(sql: Sql, { phones, changes }: { phones: number; changes: number }) {
  const district = await makeDistrict(sql);
  const waiting: Phone[] = [];
  for (let n = 0; n < phones; n++) waiting.push(await waitingPhone(sql, district, changes));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const sent = await seconds(() => Promise.all(waiting.map(sendAll)));
  clearInterval(watch);
  const bare = await seconds(() => Promise.all(waiting.map(() => bareRows(sql, district, changes))));
  const [row] = await sql`select count(*)::int as n from changes where district_id = ${district.districtId}`;
  const all = phones * changes;
  if (row?.n !== 2 * all) throw new Error(`${row?.n} changes arrived of ${2 * all}`);
  const each = waiting.flatMap(({ requests }) => requests);
  return {
    phones,
    changes,
    changesPerSecond: Math.round(all / sent),
    p95MsPerChange: round(share(each, 0.95)),
    bareChangesPerSecond: Math.round(all / bare),
    ratio: round(sent / bare),
    peakMemoryMiB: Math.round(peak / 2 ** 20),
  };
}

export async function measureSync() {
  const server = await startEmbedded({ dataDir: ".data-bench", database: "bench_sync" });
  const sql = postgres(server.ownerUrl, { max: 4, onnotice: () => {} });
  try {
    await migrate(server.ownerUrl, { appPassword: server.appPassword });
    process.env.DATABASE_URL = server.appUrl;
    await measure(sql, { phones: 1, changes: 50 });
    return {
      fourPhones: await measure(sql, { phones: 4, changes: 500 }),
      onePhone: await measure(sql, { phones: 1, changes: 5000 }),
    };
  } finally {
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}
