import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { ActionStatus } from "@/lib/plans/schema";

type Place = Readonly<{ villageId: string | null; nameLo: string | null; nameEn: string | null }>;
type About = Place & Readonly<{ actionId: string; what: string }>;

/** Villagers say "not done" of an action that was reported done, since that report. */
export type Contradiction = About &
  Readonly<{ statusDate: string | null; notDone: number; all: number; latest: string }>;
export type WaitingWords = About & Readonly<{ voice: string; words: string; done: boolean; on: string }>;
export type AnsweredAction = About &
  Readonly<{
    status: ActionStatus;
    done: number;
    all: number;
    latest: string;
    /** Passed on by the district's office; what waits or was withheld is never here. */
    words: readonly string[];
  }>;
export type DistrictVoices = Readonly<{
  contradictions: readonly Contradiction[];
  waiting: readonly WaitingWords[];
  actions: readonly AnsweredAction[];
}>;

const about = sql`a.id as "actionId", a.what, a.village_id as "villageId", p.name_lo as "nameLo", p.name_en as "nameEn"`;
const answered = sql`from actions a join voices v on v.action_id = a.id and v.at >= coalesce(a.status_received_at, '-infinity')
  left join places p on p.id = a.village_id`;
const rows = (statement: SQL) => sql`(select coalesce(json_agg(r), '[]') from (${statement}) r)`;

/** As a column of another statement, for the governor's list: `contradictionsJson(districtId)`, rows as `Contradiction`. */
export const contradictionsJson = (districtId: string) =>
  rows(sql`
    select ${about}, a.status_date as "statusDate", count(*) filter (where not v.done) as "notDone", count(*) as "all",
      (max(v.at) at time zone 'Asia/Vientiane')::date as latest
    ${answered}
    where a.district_id = ${districtId} and a.status = 'done' and a.deleted_at is null
    group by a.id, p.id having bool_or(not v.done)
    order by count(*) filter (where not v.done) desc, max(v.at) desc, a.id`);

const waitingJson = (districtId: string) =>
  rows(sql`
    select ${about}, w.voice_id as voice, w.words, v.done, (w.at at time zone 'Asia/Vientiane')::date as "on"
    from voice_words w join voices v on v.id = w.voice_id join actions a on a.id = v.action_id
      left join places p on p.id = a.village_id
    where w.district_id = ${districtId} and w.state = 'waiting' order by w.at, w.voice_id limit 100`);

const actionsJson = (districtId: string) =>
  rows(sql`
    select ${about}, a.status, count(*) filter (where v.done) as done, count(*) as "all",
      (max(v.at) at time zone 'Asia/Vientiane')::date as latest,
      (select coalesce(json_agg(w.words order by w.at desc), '[]') from voice_words w join voices o on o.id = w.voice_id
        where o.action_id = a.id and w.state = 'passed' and o.at >= coalesce(a.status_received_at, '-infinity')) as words
    ${answered}
    where a.district_id = ${districtId} and a.deleted_at is null
    group by a.id, p.id order by max(v.at) desc, a.id limit 300`);

/** What villagers of a district answered through posters' links, in one statement; words that wait are for those who pass them. */
export function voicesOfDistrict(actor: Actor, districtId: string): Promise<DistrictVoices> {
  requireCan(actor, "voice.moderate", { districtId, villageId: null });
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<DistrictVoices>(sql`
      select ${contradictionsJson(districtId)} as contradictions, ${waitingJson(districtId)} as waiting,
        ${actionsJson(districtId)} as actions`);
    return row as DistrictVoices;
  });
}
