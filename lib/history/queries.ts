import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { type ChainLink, chainHolds } from "@/lib/changes/history";
import { mayRead } from "@/lib/changes/may-read";
import { AppError } from "@/lib/errors";
import { valuePrefix } from "@/lib/indicators/value-prefix";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { readableHead } from "@/lib/villages/place-queries";
import { listOf } from "@/lib/villages/sql";
import { isRestorable, type RecordChange, restorationsAt } from "./versions";

export type HistoryLine = RecordChange &
  Readonly<{
    type: string;
    /** What the record says of itself: a plan's action names what is to be done. */
    label: string | null;
    authorId: string;
    author: string | null;
    office: string | null;
    madeAt: string;
    before: Readonly<Record<string, unknown>> | null;
    why: string | null;
    erased: boolean;
    erasedWhy: string | null;
  }>;

export type RecordLine = Readonly<{
  id: string;
  type: string;
  label: string | null;
  changes: number;
  last: string;
}>;

export type Names = Readonly<Record<string, Readonly<{ nameLo: string; nameEn: string }>>>;

export type PlaceHistory = Readonly<{
  head: PlaceHead;
  mayErase: boolean;
  /** The records of the place that changed last. */
  records: readonly RecordLine[];
  shown: Readonly<{
    subject: string;
    type: string;
    chainHolds: boolean;
    /** Newest first; a plan's with those of its actions. */
    lines: readonly HistoryLine[];
    /** Changes after which things stood otherwise than now, for those who may bring that back. */
    restorableFrom: readonly string[];
    /** What languages, and a report's counts, are called, by the language's id and the field's name. */
    names: Names;
  }> | null;
}>;

function momentsThatDiffer(lines: readonly HistoryLine[]): string[] {
  const stories = Map.groupBy(lines.toReversed(), ({ subject }) => subject);
  return lines
    .filter((line) => !line.erased && restorationsAt([...stories.values()], line).length > 0)
    .map(({ changeId }) => changeId);
}

/** What records of these types call themselves. */
const labelOf = (id: string) =>
  sql.raw(`coalesce(
  (select a.what from actions a where a.id = ${id}), (select q.statement from problems q where q.id = ${id}),
  (select c.text from commitments c where c.id = ${id}), (select w.start_date::text from workshops w where w.id = ${id}),
  (select coalesce(p.agreed_date, p.created_at::date)::text from plans p where p.id = ${id}),
  (select r.period::text from reports r where r.id = ${id}))`);

/** The history of one record, or the records of a place to choose from. Sensitive ones are absent by the database's own rule. */
export function placeHistory(actor: Actor, code: string, subject?: string): Promise<PlaceHistory> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const where = whereaboutsOfHead(head);
    requireCan(actor, "history.read", where);
    const mayErase = can(actor, "record.erase", where);
    const types = listed.filter((type) => mayRead(actor, type, where));
    if (!subject) return { head, mayErase, records: await recordsOf(tx, head, types), shown: null };
    if (!z.uuid().safeParse(subject).success) throw new AppError("not_found");
    const story = await storyOf(tx, head, subject);
    if (!story || !mayRead(actor, story.type, where)) throw new AppError("not_found");
    const { type, headHash, chain, lines, names } = story;
    const mayRestore = isRestorable(type) && can(actor, "history.restore", where);
    const restorableFrom = mayRestore ? momentsThatDiffer(lines) : [];
    const shown = { subject, type, chainHolds: chainHolds(chain, headHash), lines, restorableFrom, names };
    return { head, mayErase, records: [], shown };
  });
}

const listed = [
  "workshop",
  "plan",
  "action",
  "problem",
  "commitment",
  "visit",
  "profile",
  "consent",
  "share",
  "report",
] as const;

async function recordsOf(tx: Transaction, head: PlaceHead, types: readonly string[]): Promise<RecordLine[]> {
  const here =
    head.level === "village"
      ? sql`s.village_id = ${head.id}`
      : sql`s.district_id = ${head.districtId} and s.village_id is null`;
  const rows = await tx.execute<RecordLine>(sql`
      select s.id, s.type, ${labelOf("s.id")} as label, c.changes, c.last
      from subjects s cross join lateral (
        select count(*)::int as changes, max(received_at) as last from changes c where c.subject_id = s.id) c
      where ${here} and s.type = any(${sql.param(`{${types.join(",")}}`)}::text[])
      order by (s.type = 'plan') desc, (s.type = 'workshop') desc, c.last desc, s.id limit 80`);
  return [...rows];
}

type Story = Readonly<{
  type: string;
  headHash: string;
  chain: readonly ChainLink[];
  lines: readonly HistoryLine[];
  names: Names;
}>;

/** What was written of a record of this place, a plan's with its actions', and the chain of its own changes. */
async function storyOf(tx: Transaction, head: PlaceHead, subject: string): Promise<Story | null> {
  const [row] = await tx.execute<Story>(sql`
    with entries as (
      select c.*, p.before, p.after, p.why, p.erased_at, p.erased_why, s.type from changes c
        join change_payloads p on p.change_id = c.id join subjects s on s.id = c.subject_id
      where (c.subject_id = ${subject} or c.subject_id in (select a.id from actions a where a.plan_id = ${subject}))
        and coalesce(s.village_id, s.district_id) = ${head.id}
    ), people as (
      select * from person_labels((select coalesce(array_agg(distinct author_id), '{}') from entries))
    )
    select s.type, s.head_hash as "headHash",
      ${listOf(sql`select e.id, e.digest, e.status, e.hash from entries e
        where e.subject_id = ${subject} order by e.seq`)} as chain,
      ${listOf(sql`
        select e.id as "changeId", e.subject_id as subject, e.kind, e.type, e.status, ${labelOf("e.subject_id")} as label,
          e.author_id as "authorId", n.display_name as author, n.office, e.made_at as "madeAt",
          e.received_at as "receivedAt", e.before, e.after, e.why, e.erased_at is not null as erased,
          e.erased_why as "erasedWhy"
        from entries e left join people n on n.id = e.author_id order by e.seq desc`)} as lines,
      (select jsonb_object_agg(id, jsonb_build_object('nameLo', name_lo, 'nameEn', name_en)) from (
        select id, name_lo, name_en from spoken_languages
        union all select ${valuePrefix} || code, name_lo, name_en from data_elements where s.type = 'report') named) as names
    from subjects s where s.id = ${subject} and coalesce(s.village_id, s.district_id) = ${head.id}`);
  return row ?? null;
}
