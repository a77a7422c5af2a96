import "server-only";
import { createHash } from "node:crypto";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { changePayloads, changes } from "@/db/schema/changes";
import { places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { Verb } from "@/lib/access/roles";
import { mayRead, readingVerbs } from "@/lib/changes/may-read";
import { typeOf } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { momentWithin } from "./server-epoch";
import type { CoveredDistrict, PullAnswer, PulledChange } from "./wire";
import { wireLimits } from "./wire-limits";

/** Who exchanges records with a phone: whoever covers a place, and mentors, who are given what mentoring needs (0049). */
export const exchangeVerbs: readonly Verb[] = ["record.read", "mentorship.record"];

type Asked = Readonly<{ district?: string; cursor?: string }>;

/**
 * Changes of one covered district since a cursor; without a district, only which ones are covered. Numbers are taken before
 * commit, so only changes of transactions below the oldest running one are given, in the order (xid, seq): nothing that commits
 * late is skipped.
 */
export function changesSince(actor: Actor, asked: Asked): Promise<PullAnswer> {
  return withScope(actor.scope, async (tx) => {
    const districts = await coveredDistricts(tx, actor);
    const moment = await momentWithin(tx);
    if (!asked.district) return { ...moment, districts, changes: [], people: {}, cursor: null, more: false };
    if (!districts.some(({ id }) => id === asked.district)) throw new AppError("forbidden");
    const rows = await pageOf(tx, asked.district, asked.cursor);
    const last = rows.at(-1);
    const cursor = last ? `${last.xid}.${last.change.seq}` : (asked.cursor ?? null);
    const given = rows.filter(({ change }) => mayRead(actor, typeOf(change.kind), change));
    const people = await labelsOf(tx, [...new Set(given.map(({ change }) => change.authorId))]);
    const more = rows.length === wireLimits.page;
    return { ...moment, districts, changes: given.map(pulled), people, cursor, more };
  });
}

/** The districts a phone keeps, also those of which only single villages are covered. */
async function coveredDistricts(tx: Transaction, actor: Actor): Promise<CoveredDistrict[]> {
  if (!exchangeVerbs.some((verb) => can(actor, verb))) return [];
  const { districtIds, villageIds, sensitiveDistrictIds, sensitiveVillageIds, mentorshipDistrictIds } =
    actor.scope;
  const rows =
    villageIds.length === 0
      ? []
      : await tx
          .select({ id: places.id, district: places.districtId })
          .from(places)
          .where(inArray(places.id, [...villageIds]));
  const ids = [
    ...new Set([...districtIds, ...mentorshipDistrictIds, ...rows.flatMap(({ district }) => district ?? [])]),
  ].sort();
  const held = await villagesHeld(tx, ids);
  const recalled = await recallsOf(tx, ids);
  return ids.map((id) => {
    const villages = rows.filter(({ district }) => district === id).map((row) => row.id);
    const sensitive = villages.filter((village) => sensitiveVillageIds.includes(village));
    const whole = [districtIds.includes(id), sensitiveDistrictIds.includes(id)];
    const { erased = 0, withheld = 0 } = recalled.get(id) ?? {};
    const seesAll = whole[1] || (!whole[0] && sensitive.length === villages.length);
    const back = [erased, seesAll ? 0 : withheld];
    const reads = readingVerbs.map((verb) =>
      [null, ...villages.sort()].map((villageId) => can(actor, verb, { districtId: id, villageId })),
    );
    const rights = JSON.stringify([whole, villages, sensitive.sort(), held.get(id), back, reads]);
    return { id, grant: createHash("sha256").update(rights).digest("base64url").slice(0, 16) };
  });
}

/** A district that gained or lost a village is pulled anew: that is how what left it leaves the phones. */
async function villagesHeld(tx: Transaction, districts: string[]): Promise<Map<string, string>> {
  if (districts.length === 0) return new Map();
  const rows = await tx
    .select({
      id: places.districtId,
      villages: sql<string>`md5(string_agg(${places.id}::text, ',' order by ${places.id}))`,
    })
    .from(places)
    .where(and(inArray(places.districtId, districts), eq(places.level, "village")))
    .groupBy(places.districtId);
  return new Map(rows.map(({ id, villages }) => [id as string, villages]));
}

type Recalls = { district_id: string; erased: number; withheld: number };

/** A district in which a record was erased, or became sensitive, is pulled anew by whoever must not keep it. */
async function recallsOf(tx: Transaction, districts: string[]): Promise<Map<string, Recalls>> {
  if (districts.length === 0) return new Map();
  const rows = await tx.execute<Recalls>(
    sql`select * from recalls_of(${`{${districts.join(",")}}`}::uuid[])`,
  );
  return new Map([...rows].map((row) => [row.district_id, row]));
}

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [xid, seq] = cursor.split(".");
  return sql`(${changes.xid}, ${changes.seq}) > (${xid}::xid8, ${seq}::bigint)`;
}

const pageOf = (tx: Transaction, district: string, cursor: string | undefined) =>
  tx
    .select({ change: changes, xid: sql<string>`${changes.xid}::text`, payload: changePayloads })
    .from(changes)
    .innerJoin(changePayloads, eq(changePayloads.changeId, changes.id))
    .where(
      and(
        eq(changes.districtId, district),
        sql`${changes.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
        after(cursor),
      ),
    )
    .orderBy(asc(changes.xid), asc(changes.seq))
    .limit(wireLimits.page);

type Row = Awaited<ReturnType<typeof pageOf>>[number];

const pulled = ({ change, payload }: Row): PulledChange => ({
  id: change.id,
  kind: change.kind,
  subject: change.subjectId,
  place: change.villageId ?? change.districtId,
  fields: payload.fields,
  base: payload.base ?? {},
  madeAt: change.madeAt.toISOString(),
  authorId: change.authorId,
  seq: change.seq,
});

async function labelsOf(tx: Transaction, users: string[]): Promise<PullAnswer["people"]> {
  if (users.length === 0) return {};
  const list = `{${users.join(",")}}`;
  const rows = await tx.execute<{ id: string; display_name: string; office: string }>(
    sql`select id, display_name, office from person_labels(${list}::uuid[])`,
  );
  return Object.fromEntries([...rows].map((row) => [row.id, { name: row.display_name, office: row.office }]));
}
