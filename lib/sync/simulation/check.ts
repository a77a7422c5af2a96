import { createHash } from "node:crypto";
import { getTableColumns, inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { withScope } from "@/db/client";
import { subjects } from "@/db/schema/changes";
import { canonical } from "@/lib/changes/canonical";
import { mayRead } from "@/lib/changes/may-read";
import { fieldsOf } from "@/lib/changes/records";
import { definitionOf, isRecordType, type RecordType } from "@/lib/changes/registry";
import { recordTables } from "@/lib/changes/tables";
import { withPulled } from "../layers";
import { emptyLayer, type Layer } from "../rows";
import type { PulledChange } from "../wire";
import type { Device } from "./device";
import type { World } from "./world";

type Subject = {
  id: string;
  type: RecordType;
  district: string | null;
  village: string | null;
  headHash: string;
} & Layer;
type Change = PulledChange & { status: string; digest: string };

/** How the server stands at the end, as its own tables say. */
export type Standing = ReadonlyMap<string, Subject>;

const iso = (moment: Date | string | null) => (moment === null ? null : new Date(moment).toISOString());

type Where = { owner: Sql; world: World; ids: string[] };

async function subjectsOf({ owner, world, ids }: Where): Promise<Subject[]> {
  const named = [...ids, world.provinceId];
  const rows = await owner`
    select id, type, district_id as district, village_id as village, versions, conflicts, head_hash as "headHash",
      deleted_at as "deletedAt" from subjects
    where district_id in ${owner(world.districts)} or id in ${owner(named)}`;
  return rows.map((row) => ({ ...row, fields: {}, deletedAt: iso(row.deletedAt) })) as unknown as Subject[];
}

async function changesOf(owner: Sql, ids: string[]): Promise<Map<string, Change[]>> {
  const rows = await owner`
    select c.id, c.kind, c.subject_id as subject, c.made_at as "madeAt", c.author_id as "authorId", c.seq::int as seq,
      c.status, c.digest, p.fields, p.base
    from changes c join change_payloads p on p.change_id = c.id where c.subject_id in ${owner([...ids])} order by c.seq`;
  const changes = rows.map((row) => ({ ...row, place: null, madeAt: iso(row.madeAt) }));
  return Map.groupBy(changes as unknown as Change[], ({ subject }) => subject);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Only what some change has set: defaults of a table are nobody's value. */
const written = ({ fields, versions }: Layer) =>
  Object.fromEntries(Object.keys(versions).map((field) => [field, fields[field] ?? null]));
const shown = (layer: Layer) =>
  canonical([written(layer), layer.versions, layer.conflicts, layer.deletedAt && iso(layer.deletedAt)]);

/** The server's tables, its merge state and its history say the same; every record lies where its place lies today. */
export async function checkServer(owner: Sql, world: World, ids: string[]) {
  const wrong: string[] = [];
  const found = await subjectsOf({ owner, world, ids });
  const changes = await changesOf(owner, [...found.map(({ id }) => id), world.provinceId]);
  const villages = await owner<{ id: string; district: string }[]>`
    select id, district_id as district from places where id in ${owner(world.villages.map(({ id }) => id))}`;
  const districtOf = new Map(villages.map(({ id, district }) => [id, district]));
  for (const [type, list] of Map.groupBy(found, (one) => one.type)) {
    const rows = await rowsOf(owner, type, list);
    for (const subject of list) {
      const label = `${type} ${subject.id}`;
      const history = changes.get(subject.id) ?? [];
      const row = rows.get(subject.id);
      if (!row) wrong.push(`${label}: no row of its own`);
      const stored = { ...subject, fields: row?.fields ?? {} };
      Object.assign(subject, stored);
      const replayed = history.reduce(withPulled, emptyLayer as Layer);
      if (shown(replayed) !== shown(stored))
        wrong.push(
          `${label}: the history says\n  ${shown(replayed)}\nand the tables say\n  ${shown(stored)}`,
        );
      const head = history.reduce(
        (hash, one) => sha256(`${hash}\n${one.id}\n${one.digest}\n${one.status}`),
        "",
      );
      if (head !== subject.headHash) wrong.push(`${label}: its chain of hashes is broken`);
      const today = subject.village ? districtOf.get(subject.village) : subject.district;
      if (subject.district !== today || (row?.district ?? null) !== subject.district)
        wrong.push(`${label}: lies in ${subject.district}/${row?.district}, its village in ${today}`);
    }
  }
  wrong.push(...(await misplacedChanges(owner, world)), ...(await stillHeld(owner, world)));
  return { wrong, standing: new Map(found.map((one) => [one.id, one])) as Standing };
}

/** Read as the application reads them, though as the owner: past every wall. */
async function rowsOf(owner: Sql, type: RecordType, list: readonly Subject[]) {
  const table = recordTables[type];
  const { id } = getTableColumns(table) as Record<string, PgColumn>;
  const ids = list.map((one) => one.id);
  const rows = await drizzle(owner)
    .select()
    .from(table)
    .where(inArray(id as PgColumn, ids));
  return new Map(
    (rows as Record<string, unknown>[]).map((row) => [
      row.id as string,
      {
        fields: fieldsOf(type, row),
        // A record of no place may name a district as what it is about.
        district: (definitionOf(type).national ? null : (row.districtId ?? null)) as string | null,
      },
    ]),
  );
}

async function misplacedChanges(owner: Sql, world: World): Promise<string[]> {
  const rows = await owner`
    select c.id, c.kind from changes c join change_payloads p on p.change_id = c.id join subjects s on s.id = c.subject_id
    where s.district_id in ${owner(world.districts)}
      and (c.district_id, c.village_id) is distinct from (s.district_id, s.village_id)
      or s.district_id in ${owner(world.districts)}
      and (p.district_id, p.village_id) is distinct from (s.district_id, s.village_id)`;
  return rows.map(({ id, kind }) => `${kind} ${id}: not where its record is`);
}

async function stillHeld(owner: Sql, world: World): Promise<string[]> {
  const rows = await owner`
    select id, change, waits_for from held_changes where district_id in ${owner(world.districts)}`;
  return rows.map((row) => `${row.change.kind} ${row.id}: still held for ${row.waits_for}`);
}

/** The phone shows what the server has of its area, all of it and nothing else, and nothing waits on it. */
export async function checkDevice(device: Device, standing: Standing): Promise<string[]> {
  const { person, db } = device;
  if (person.role === "ministry" || person.role === "administrator") return openItems(device);
  const actor = await device.actor();
  const covered = await withScope(actor.scope, (tx) => tx.select({ id: subjects.id }).from(subjects));
  const given = ({ type, district, village }: Subject) =>
    mayRead(actor, type, { districtId: district, villageId: village });
  const stands = covered.flatMap(({ id }) => standing.get(id) ?? []);
  const expected = new Set(stands.filter(given).map(({ id }) => id));
  const rows = await db.records.toArray();
  const wrong = await openItems(device);
  for (const row of rows) {
    const subject = standing.get(row.id);
    const label = `phone of ${person.role}: ${row.type} ${row.id}`;
    if (!expected.delete(row.id)) wrong.push(`${label} is not (any more) in its area`);
    else if (subject && shown(row) !== shown(subject))
      wrong.push(`${label} shows\n  ${shown(row)}\nand the server has\n  ${shown(subject)}`);
    else if (subject && row.district !== subject.district) wrong.push(`${label} lies in another district`);
  }
  for (const id of expected) {
    const { type } = standing.get(id) as Subject;
    if (isRecordType(type)) wrong.push(`phone of ${person.role}: ${type} ${id} is missing`);
  }
  return wrong;
}

async function openItems({ db, person }: Device): Promise<string[]> {
  const items = await db.outbox.where("state").anyOf("waiting", "sending", "held", "rejected").toArray();
  return items.map(
    ({ change, state, answer }) =>
      `phone of ${person.role}: ${change.kind} ${change.id} of ${change.subject} is ${state} ${JSON.stringify(answer)}`,
  );
}

/** Each change of a phone stands once on the server, and the server knows none that the phone did not make. */
export async function checkOnce(owner: Sql, device: Device): Promise<string[]> {
  const made = (await device.db.outbox.toArray()).map(({ id }) => id);
  const [known] = await device.db.known.where("key").equals("deviceId").toArray();
  if (!known) return [];
  const rows = await owner`select id from changes where device_id = ${known.value as string}`;
  const there = new Set(rows.map(({ id }) => id as string));
  const lost = made.filter((id) => !there.delete(id));
  return [
    ...lost.map((id) => `change ${id} of ${device.person.role} is on the phone only`),
    ...[...there].map((id) => `change ${id} is on the server and not on the phone of ${device.person.role}`),
  ];
}
