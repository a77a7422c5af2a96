import "fake-indexeddb/auto";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { programmeKey } from "@/lib/access/programme-key";
import { type Role, roles } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { type FieldDatabase, writeKnown } from "@/lib/sync/database";
import { deviceId } from "@/lib/sync/device-key";
import { exchange } from "@/lib/sync/exchange";
import type { ProgrammeKey } from "@/lib/sync/programme-key";
import { saveRecord } from "@/lib/sync/record";
import { directTransport, emptyPhone } from "@/lib/sync/testing";
import { makeBatches } from "./batch";
import { receiveBatch } from "./commands";
import { keepInterview } from "./interviews";
import { importPaper } from "./paper-commands";
import { paperHeadings } from "./paper-rows";
import { sealedByRound } from "./phone";
import type { TrustAnswer } from "./schema";

let server: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let village: string;
let instrumentId: string;
let programme: ProgrammeKey;

const items = Array.from({ length: 8 }, (_, at) => ({
  code: `q${at}`,
  dimension: "fairness",
  text: { lo: "ຄຳຖາມ", en: "question" },
}));
const words = { lo: "ກ", en: "a" };
const instrument = (n = 8, series = randomUUID()) => ({
  series,
  version: 1,
  nameLo: "ກ",
  nameEn: "a",
  scale: "agree3" as const,
  wording: "working" as const,
  consent: words,
  labels: [],
  items: items.slice(0, n),
});

beforeAll(async () => {
  process.env.PROGRAMME_KEY = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
  server = await testDatabase();
  here = await makeDistrict(server.owner);
  elsewhere = await makeDistrict(server.owner);
  village = here.villageIds[0] as string;
  programme = programmeKey() as ProgrammeKey;
  const made = newChange({ type: "instrument", place: null, fields: instrument(), madeAt: new Date() });
  await applyChange(actorFor({ role: "ministry", nation: true }), made);
  instrumentId = made.subject;
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

type Phone = ReturnType<typeof directTransport> & { db: FieldDatabase; actor: Actor; device: string };

/** A phone of a facilitator of the district, who can sign. */
async function phone(district = here, role: Role = "facilitator"): Promise<Phone> {
  const actor = actorFor({ role, districtIds: [district.districtId] });
  const { userId } = actor;
  await server.owner`insert into users (id, login, display_name) values (${userId}, ${`u${userId.slice(0, 20)}`}, 'made up')`;
  await server.owner`insert into assignments ${server.owner({ id: randomUUID(), user_id: userId, role, place_id: district.districtId, from_date: "2024-01-01" })}`;
  const db = emptyPhone();
  await writeKnown(db, "programme", programme);
  return { ...directTransport(actor), actor, db, device: await deviceId(db) };
}

const roundFields = {
  wave: "baseline" as const,
  startDate: "2026-11-20",
  interviewer: "facilitator_team" as const,
  exposureGroups: ["participant" as const, "unexposed" as const],
};

const beginRound = ({ db, device }: Phone, place = village) =>
  saveRecord(db, device, { type: "trustRound", place, fields: { ...roundFields, instrumentId } });

const said = (roundId: string, over: Partial<TrustAnswer> = {}): TrustAnswer => ({
  roundId,
  instrumentId,
  exposure: "participant",
  sex: "female",
  ageBand: "25to49",
  ethnicGroupId: "khmu",
  values: [1, 1, 0, 1, -1, 1, 99, 98],
  ...over,
});

async function interview({ db }: Phone, roundId: string, answers: readonly Partial<TrustAnswer>[]) {
  for (const over of answers) await keepInterview(db, programme, said(roundId, over));
}

const submit = ({ db, device }: Phone, roundId: string, declined = 0) =>
  makeBatches(db, { roundId, place: village, device, declined });

const sync = ({ db, transport }: Phone) => exchange(db, transport, true);
const many = (n: number) => Array.from({ length: n }, () => ({}));
const stored = (roundId: string) => server.owner`select * from trust_answers where round_id = ${roundId}`;

let one: Phone;
let round: string;
beforeEach(async () => {
  one = await phone();
  round = await beginRound(one);
});

describe("interviews on their way", () => {
  test("lie sealed on the phone: no time, no order, and the phone cannot read them", async () => {
    await interview(one, round, [{}, { sex: "male", values: Array(8).fill(1) }]);
    const rows = await one.db.sealedAnswers.toArray();
    expect(rows.map((row) => Object.keys(row).sort())).toEqual(Array(2).fill(["id", "roundId", "sealed"]));
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size, "their length says nothing").toBe(1);
    expect(JSON.stringify(rows)).not.toMatch(/female|khmu|participant/);
  });

  test("arrive once, whatever is cut, repeated or lost on the way", async () => {
    await interview(one, round, many(12));
    const lies = { roundId: round, interviews: 12, waiting: false, refused: null };
    expect(await sealedByRound(one.db)).toEqual([lies]);
    expect(await submit(one, round, 2)).toBe(12);
    expect(await sealedByRound(one.db)).toEqual([{ ...lies, waiting: true }]);
    expect(await one.db.sealedAnswers.count()).toBe(0);
    one.faults.loseAnswers = 1;
    await expect(sync(one)).rejects.toMatchObject({ kind: "offline" });
    await sync(one);
    await one.db.trustBatches.toCollection().modify({ state: "waiting" });
    await sync(one);
    expect(await stored(round)).toHaveLength(12);
    expect(await one.db.trustBatches.toArray()).toMatchObject([{ state: "received" }]);
    expect(await sealedByRound(one.db)).toEqual([]);
    const [batch] = await server.owner`select n, declined from trust_batches where round_id = ${round}`;
    expect(batch).toEqual({ n: 12, declined: 2 });
  });

  test("more than fit into one batch go in several of nearly the same size", async () => {
    await interview(one, round, many(61));
    await submit(one, round);
    await sync(one);
    const rows = await server.owner`select n from trust_batches where round_id = ${round} order by n`;
    expect(rows.map(({ n }) => n)).toEqual([30, 31]);
    expect(await stored(round)).toHaveLength(61);
  });

  test("of two phones add up, and a restored server gets them again", async () => {
    const two = await phone();
    await interview(one, round, many(5));
    await interview(two, round, many(6));
    await submit(one, round);
    await sync(one);
    await submit(two, round);
    await sync(two);
    expect(await stored(round)).toHaveLength(11);
    await server.owner`delete from trust_answers where round_id = ${round}`;
    await server.owner`delete from trust_taken`;
    await server.owner`update server_state set epoch = gen_random_uuid()`;
    await sync(one);
    await sync(two);
    expect(await stored(round)).toHaveLength(11);
  });
});

describe("what the server refuses", () => {
  const deliver = async (
    from: Phone,
    change: (sealed: string[]) => string[] | Promise<string[]>,
    by = from,
  ) => {
    const [batch] = await from.db.trustBatches.toArray();
    return receiveBatch(by.actor, {
      batch: batch?.id as string,
      sealed: await change([...(batch?.sealed ?? [])]),
    });
  };
  const announce = async (from: Phone) => {
    await submit(from, round);
    await from.db.trustBatches.toCollection().modify({ state: "rejected" });
    await sync(from);
  };
  const keep = (sealed: string[]) => sealed;

  test("another hash, another author, another role, another place, a batch nobody announced", async () => {
    await interview(one, round, many(3));
    await announce(one);
    await expect(deliver(one, (sealed) => sealed.slice(1))).rejects.toMatchObject({ code: "invalid" });
    await expect(deliver(one, keep, await phone())).rejects.toMatchObject({ code: "forbidden" });
    await expect(deliver(one, keep, await phone(here, "health_centre"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deliver(one, keep, await phone(elsewhere))).rejects.toMatchObject({ code: "not_found" });
    const unknown = { batch: randomUUID(), sealed: ["x"] };
    await expect(receiveBatch(one.actor, unknown)).rejects.toMatchObject({ code: "not_found" });
    expect(await stored(round)).toHaveLength(0);
    expect(await deliver(one, keep)).toEqual({ status: "taken" });
    expect(await deliver(one, keep)).toEqual({ status: "duplicate" });
  });

  test.each<[string, Partial<TrustAnswer>]>([
    ["too few items", { values: [1, 1] }],
    ["values of another scale", { values: Array(8).fill(4) }],
    ["an instrument nobody knows", { instrumentId: randomUUID() }],
    ["another round's", { roundId: randomUUID() }],
    ["a group that does not exist", { exposure: "somebody" as never }],
    ["something more than was asked", { device: randomUUID() } as never],
  ])("%s: the whole batch stays on the phone with its reason", async (_name, over) => {
    await interview(one, round, [{}]);
    await keepInterview(one.db, programme, said(round, over)).then(() =>
      one.db.sealedAnswers.toCollection().modify({ roundId: round }),
    );
    await submit(one, round);
    await sync(one);
    expect(await one.db.trustBatches.toArray()).toMatchObject([{ state: "rejected", code: "invalid" }]);
    expect(await stored(round)).toHaveLength(0);
  });

  test("a round by the health centre that is rated", async () => {
    const rated = await phone(here, "health_centre");
    const fields = { ...roundFields, instrumentId };
    const change = newChange({ type: "trustRound", place: village, fields, madeAt: new Date() });
    expect(await applyChange(rated.actor, change)).toMatchObject({ status: "rejected", code: "forbidden" });
  });
});

describe("a round on paper", () => {
  const sheet = (n: number) => [
    { row: 1, cells: paperHeadings({ items }, "en") },
    ...Array.from({ length: n }, (_, at) => ({
      row: at + 2,
      cells: ["participant", "female", "", "", ...items.map(() => 1)],
    })),
  ];
  const bring = (from: Phone, n: number, confirm = true) =>
    importPaper(from.actor, { roundId: round, file: Buffer.from(`file of ${n}`), rows: sheet(n), confirm });

  test("is taken once, shuffled, in batches, as if asked on a phone", async () => {
    await sync(one);
    expect(await bring(one, 61, false)).toEqual({ people: 61, errors: [], taken: 0 });
    expect(await stored(round)).toHaveLength(0);
    expect(await bring(one, 61)).toMatchObject({ taken: 61 });
    await bring(one, 61);
    expect(await stored(round)).toHaveLength(61);
    const batches = await server.owner`select n from trust_batches where round_id = ${round} order by n`;
    expect(batches.map(({ n }) => n)).toEqual([30, 31]);
  });

  test("is refused to the health centre and to other districts", async () => {
    await sync(one);
    await expect(bring(await phone(here, "health_centre"), 3)).rejects.toMatchObject({ code: "forbidden" });
    await expect(bring(await phone(elsewhere), 3)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what anybody can read", () => {
  const national: readonly Role[] = ["ministry", "partner", "administrator"];
  const reader = (role: Role) =>
    actorFor(national.includes(role) ? { role, nation: true } : { role, districtIds: [here.districtId] });

  /** Two people, two phones, two known batches; every answer different, so that any of them could be recognised. */
  async function twoInterviewers() {
    const two = await phone();
    await interview(one, round, [
      { ethnicGroupId: "akha", values: [1, -1, 1, -1, 1, -1, 1, 98] },
      ...many(7),
    ]);
    await interview(two, round, many(6));
    for (const each of [one, two]) {
      await submit(each, round);
      await sync(each);
    }
    await saveRecord(one.db, one.device, {
      type: "trustRound",
      subject: round,
      place: village,
      fields: { closed: true },
    });
    await sync(one);
    return two;
  }

  test.each(roles)("%s: no answer, in no table, under no name", async (role) => {
    await twoInterviewers();
    const answers = await stored(round);
    const tables = await server.owner`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'v', 'm', 'p')`;
    let read = "";
    const refused: string[] = [];
    for (const { relname } of tables) {
      const rows = await withScope(reader(role).scope, (tx) =>
        tx.execute(sql`select to_jsonb(t)::text as row from ${sql.identifier(relname)} t`),
      ).catch(() => void refused.push(relname));
      read += JSON.stringify(rows ?? []);
    }
    expect(refused.sort()).toContain("trust_answers");
    expect(refused).toContain("trust_taken");
    for (const { id } of answers) expect(read).not.toContain(id);
    expect(read).not.toMatch(/item_values|"score": ?[\d.]/);
  });

  test("an answer holds nothing that leads to a person, a phone, a time or a batch, nor does its place in the table", async () => {
    const two = await twoInterviewers();
    const columns = await server.owner`
      select column_name from information_schema.columns where table_name = 'trust_answers' order by 1`;
    expect(columns.map((row) => row.column_name)).toEqual([
      "age_band",
      "district_id",
      "ethnic_group_id",
      "exposure",
      "id",
      "instrument_id",
      "item_values",
      "released",
      "round_id",
      "score",
      "sex",
      "village_id",
    ]);
    const rows = await server.owner`
      select xmin::text, cmin::text, to_jsonb(t)::text as row from trust_answers t where round_id = ${round}`;
    expect(new Set(rows.map(({ xmin, cmin }) => `${xmin} ${cmin}`)).size, "one transaction for all").toBe(1);
    const known = [one.device, two.device, one.actor.userId, two.actor.userId];
    const batches = await server.owner`select id, sha256 from trust_batches where round_id = ${round}`;
    for (const { row } of rows)
      for (const secret of [...known, ...batches.flatMap(({ id, sha256 }) => [id, sha256])])
        expect(row).not.toContain(secret);
  });

  test.each(roles)("%s: results only where the role may, and never of fewer than ten", async (role) => {
    await twoInterviewers();
    const ask = (statement: ReturnType<typeof sql>) =>
      withScope(reader(role).scope, (tx) => tx.execute<{ r: unknown }>(statement)).then(
        ([row]) => row?.r as never,
        (error) => (error.cause ?? error).code as string,
      );
    const results = (await ask(sql`select trust_results(${village}) as r`)) as
      | string
      | { cells: { n: number; sum: number | null }[] };
    const mayRead = ["facilitator", "health_office", "governor_office"].includes(role);
    if (mayRead) {
      const { cells } = results as Exclude<typeof results, string>;
      expect(cells.length).toBeGreaterThan(1);
      for (const { n, sum } of cells) expect(sum === null).toBe(n < 10);
    } else expect(results).toBe("42501");
    const rounds = await ask(sql`select trust_of_villages(array[${here.districtId}]::uuid[]) as r`);
    if (mayRead) {
      const list = rounds as unknown as { villageId: string; n: number; sum: number | null }[];
      expect(list.some(({ villageId }) => villageId === village)).toBe(true);
      for (const { n, sum } of list) expect(sum === null).toBe(n < 10);
    } else expect(rounds).toBe("42501");
    const abroad = sql`select trust_of_villages(array[${here.districtId}, ${elsewhere.districtId}]::uuid[]) as r`;
    expect(await ask(abroad), "one district too many").toBe("42501");
    const over = await ask(sql`select trust_clusters(array[${here.districtId}]::uuid[]) as r`);
    const maySum = mayRead || ["province", "ministry"].includes(role);
    expect(maySum ? Array.isArray(over) : over).toBe(maySum ? true : "42501");
    const counted = await ask(sql`select count(*) as r from trust_counted(array[${village}]::uuid[])`);
    expect(counted, "the function behind them is nobody's").toBe("42501");
  });

  test("results wait for the round to be closed, and what comes later waits for ten", async () => {
    await interview(one, round, many(11));
    await submit(one, round);
    await sync(one);
    const n = async () => {
      const [row] = await withScope(one.actor.scope, (tx) =>
        tx.execute<{ r: { cells: { by: string; n: number }[] } }>(sql`select trust_results(${village}) as r`),
      );
      return row?.r.cells.filter(({ by }) => by === "all").map((cell) => cell.n);
    };
    await server.owner`delete from trust_answers where round_id <> ${round}`;
    expect(await n()).toEqual([]);
    await saveRecord(one.db, one.device, {
      type: "trustRound",
      subject: round,
      place: village,
      fields: { closed: true },
    });
    await sync(one);
    expect(await n()).toEqual([11]);
    await interview(one, round, many(9));
    await submit(one, round);
    await sync(one);
    expect(await n(), "nine more would be told by the difference").toEqual([11]);
    await interview(one, round, many(1));
    await submit(one, round);
    await sync(one);
    expect(await n()).toEqual([21]);
  });
});
