import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor } from "@/lib/access/testing";
import { closeDatabase } from "./client";
import { withKeptFacts, withKeptPlace, withKeptReading } from "./kept-readings";
import { type TestDatabase, testDatabase } from "./testing/database";
import { makeDistrict, type TestDistrict } from "./testing/factories";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
beforeAll(async () => {
  db = await testDatabase();
  [here, elsewhere] = [await makeDistrict(db.owner), await makeDistrict(db.owner)];
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const office = (of = here) => actorFor({ role: "governor_office", districtIds: [of.districtId] });

/** Counts the notes of a district; `reads` says how often the database was asked. */
function counter(actor = office(), name: string = randomUUID()) {
  let reads = 0;
  const count = () =>
    withKeptReading(actor.scope, { name, of: [], districtIds: [here.districtId] }, async (tx) => {
      reads++;
      const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from attention_notes`);
      return row?.n as number;
    });
  return { count, reads: () => reads };
}

const note = (districtId: string, owner: Pick<TestDatabase["owner"], "unsafe"> = db.owner) =>
  owner.unsafe(
    `insert into attention_notes (id, district_id, about, date, until, reason, level, created_by, updated_by)
     values ($1, $2, 'report:x', '2026-01-01', '2026-02-01', 'ເຫດຜົນ', 1, $1, $1)`,
    [randomUUID(), districtId],
  );

describe("a kept reading", () => {
  it("is read once while nothing is written", async () => {
    const { count, reads } = counter();
    const first = await count();
    expect([await count(), await count()]).toEqual([first, first]);
    expect(reads()).toBe(1);
  });

  it("is read anew after a record of its district", async () => {
    const { count, reads } = counter();
    const before = await count();
    await note(here.districtId);
    expect(await count()).toBe(before + 1);
    await db.owner`update attention_notes set level = 2 where district_id = ${here.districtId}`;
    await count();
    await db.owner`delete from attention_notes where district_id = ${here.districtId}`;
    expect(await count()).toBe(0);
    expect(reads()).toBe(4);
  });

  it("stays through records of another district", async () => {
    const { count, reads } = counter();
    await count();
    await note(elsewhere.districtId);
    await count();
    expect(reads()).toBe(1);
  });

  it("is read anew when a record is moved out of its district", async () => {
    await note(here.districtId);
    const { count } = counter();
    const before = await count();
    await db.owner`update attention_notes set district_id = ${elsewhere.districtId} where district_id = ${here.districtId}`;
    expect(await count()).toBe(before - 1);
  });

  it.each([
    [
      "a place",
      () => db.owner`update places set name_en = 'x' where id = ${elsewhere.villageIds[0] as string}`,
    ],
    ["the vocabulary", () => db.owner`update ethnic_groups set name_en = name_en`],
    ["what is emptied", () => db.owner`truncate spoken_languages`],
  ])("is read anew after %s", async (_what, write) => {
    const { count, reads } = counter();
    await count();
    await write();
    await count();
    expect(reads()).toBe(2);
  });

  it("sees what was under way when it was read and ended later", async () => {
    const { count, reads } = counter();
    const slow = await db.owner.reserve();
    await slow`begin`;
    await note(here.districtId, slow);
    const before = await count();
    await slow`commit`;
    slow.release();
    expect(await count()).toBe(before + 1);
    expect(reads()).toBe(2);
  });

  it("stays when what was under way is taken back", async () => {
    const { count, reads } = counter();
    const slow = await db.owner.reserve();
    await slow`begin`;
    await note(here.districtId, slow);
    await count();
    await slow`rollback`;
    slow.release();
    await count();
    expect(reads()).toBe(1);
  });

  it("is never given to another scope", async () => {
    await note(here.districtId);
    const name = randomUUID();
    const [own, other] = [counter(office(), name), counter(office(elsewhere), name)];
    expect(await own.count()).toBeGreaterThan(0);
    await note(here.districtId);
    const seen = await other.count();
    expect(other.reads()).toBe(1);
    const [row] = await db.owner<{ n: number }[]>`
      select count(*)::int as n from attention_notes where district_id = ${elsewhere.districtId}`;
    expect(seen).toBe(row?.n);
  });

  it("keeps no error", async () => {
    const reading = { name: randomUUID(), of: [], districtIds: [here.districtId] };
    const fails = () => withKeptReading(office().scope, reading, () => Promise.reject(new Error("no")));
    await expect(fails()).rejects.toThrow("no");
    expect(await withKeptReading(office().scope, reading, () => Promise.resolve(1))).toBe(1);
  });

  it("of the whole country is read anew after a record of any district", async () => {
    let reads = 0;
    const reading = { name: randomUUID(), of: [], districtIds: null };
    const { scope } = office();
    const read = () => withKeptReading(scope, reading, () => Promise.resolve(++reads));
    expect([await read(), await read()]).toEqual([1, 1]);
    await note(elsewhere.districtId);
    expect(await read()).toBe(2);
  });
});

describe("a kept place", () => {
  /** Answers with how often it was read; of the districts that `lies` names by then. */
  function place(lies: () => readonly string[] | null) {
    let reads = 0;
    const reading = { name: randomUUID(), of: [] };
    const { scope } = office();
    return () =>
      withKeptPlace(scope, reading, () => Promise.resolve({ answer: ++reads, districtIds: lies() }));
  }

  it("is read anew after a record of a district that its answer named, and of no other", async () => {
    const read = place(() => [here.districtId]);
    expect([await read(), await read()]).toEqual([1, 1]);
    await note(elsewhere.districtId);
    expect(await read()).toBe(1);
    await note(here.districtId);
    expect([await read(), await read()]).toEqual([2, 2]);
  });

  it("follows the districts of its newest answer", async () => {
    let districts = [here.districtId];
    const read = place(() => districts);
    await read();
    districts = [here.districtId, elsewhere.districtId];
    await note(here.districtId);
    expect(await read()).toBe(2);
    await note(elsewhere.districtId);
    expect(await read()).toBe(3);
  });

  it("of no district of its own is read anew after a record of any", async () => {
    const read = place(() => null);
    expect([await read(), await read()]).toEqual([1, 1]);
    await note(elsewhere.districtId);
    expect(await read()).toBe(2);
  });

  it("is read anew after what belongs to no district", async () => {
    const read = place(() => [here.districtId]);
    await read();
    await db.owner`update ethnic_groups set name_en = name_en`;
    expect(await read()).toBe(2);
  });
});

describe("kept facts of districts", () => {
  /** Notes of each district; `reads` says of which districts the database was asked, null being all. */
  function tally(reaching?: (touched: readonly string[]) => readonly string[]) {
    const reads: (readonly string[] | null)[] = [];
    const { scope } = actorFor({
      role: "governor_office",
      districtIds: [here.districtId, elsewhere.districtId],
    });
    const reading = { name: randomUUID(), of: [], districtIds: null };
    const count = () =>
      withKeptFacts<ReadonlyMap<string, number>, number>(scope, reading, {
        read: async (tx, districtIds) => {
          reads.push(districtIds);
          const rows = await tx.execute<{ district: string; n: number }>(
            sql`select district_id as district, count(*)::int as n from attention_notes
              where ${districtIds === null} or district_id = any(${`{${(districtIds ?? []).join(",")}}`}::uuid[]) group by 1`,
          );
          return new Map(rows.map(({ district, n }) => [district, n]));
        },
        ...(reaching ? { reaching: (_tx, touched) => Promise.resolve(reaching(touched)) } : {}),
        renew: (kept, fresh, districts) =>
          new Map([...[...kept].filter(([district]) => !districts.has(district)), ...fresh]),
        answer: (facts) => [...facts.values()].reduce((sum, n) => sum + n, 0),
      });
    return { count, reads };
  }

  it("reads again only where something was written", async () => {
    const { count, reads } = tally();
    const before = await count();
    await note(here.districtId);
    expect(await count()).toBe(before + 1);
    expect(await count()).toBe(before + 1);
    await note(here.districtId);
    await note(elsewhere.districtId);
    expect(await count()).toBe(before + 3);
    const [first, second, third] = reads;
    expect([first, second, new Set(third)]).toEqual([
      null,
      [here.districtId],
      new Set([here.districtId, elsewhere.districtId]),
    ]);
  });

  it("reads where a record came from and where it went", async () => {
    const { count, reads } = tally();
    await note(here.districtId);
    const before = await count();
    await db.owner`update attention_notes set district_id = ${elsewhere.districtId} where district_id = ${here.districtId}`;
    expect(await count()).toBe(before);
    expect(new Set(reads[1])).toEqual(new Set([here.districtId, elsewhere.districtId]));
  });

  it("loses what a district has no longer", async () => {
    const { count } = tally();
    await note(here.districtId);
    await count();
    await db.owner`delete from attention_notes`;
    expect(await count()).toBe(0);
  });

  it("reads everything after what belongs to no district", async () => {
    const { count, reads } = tally();
    await count();
    await note(here.districtId);
    await db.owner`update ethnic_groups set name_en = name_en`;
    await count();
    expect(reads).toEqual([null, null]);
  });

  it("reads as well what follows from what was written", async () => {
    const { count, reads } = tally((touched) => [...touched, elsewhere.districtId]);
    await count();
    await note(here.districtId);
    await count();
    expect(reads[1]).toEqual([here.districtId, elsewhere.districtId]);
  });

  it("sees work that was under way", async () => {
    const { count } = tally();
    const slow = await db.owner.reserve();
    await slow`begin`;
    await note(here.districtId, slow);
    const before = await count();
    await note(elsewhere.districtId);
    expect(await count()).toBe(before + 1);
    await slow`commit`;
    slow.release();
    expect(await count()).toBe(before + 2);
  });
});

describe("what is watched", () => {
  /** What no kept reading shows: the log of changes, sign-in, devices, jobs. Whatever is shown must not stand here. */
  const unwatched = [
    "api_tokens",
    "change_payloads",
    "changes",
    "credentials",
    "devices",
    "digests",
    "district_touches",
    "held_changes",
    "import_rows",
    "invitations",
    "privacy_acceptances",
    "quarantined_changes",
    "recalls",
    "recovery_codes",
    "security_events",
    "sensitive_reads",
    "sessions",
    "settlements",
    "sign_in_throttle",
    "subjects",
    "trust_taken",
    "value_import_chunks",
    "value_import_conflicts",
    "value_import_ids",
    "value_import_pages",
    "value_imports",
    "value_pull_parts",
    "value_pull_runs",
    "value_pulls",
  ];

  it("is every table but these", async () => {
    const rows = await db.owner<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('touch_insert', 'touch_any'))
      order by c.relname`;
    expect(rows.map(({ name }) => name)).toEqual(unwatched);
  });

  it("is written by triggers alone", async () => {
    await expect(
      withKeptReading(office().scope, { name: randomUUID(), of: [], districtIds: null }, (tx) =>
        tx.execute(sql`insert into district_touches (district_id) values (${here.districtId})`),
      ),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
