import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { KnownChecklist } from "@/lib/sync/known";
import { type MonthValue, outcomeElements } from "./outcomes";
import type { Marks } from "./rules";
import type { Mentee, MenteeStatus, NextStep } from "./schema";
import type { MenteeState, venues } from "./vocabularies";

type Venue = (typeof venues)[number];

type Named = Readonly<{ id: string; nameLo: string; nameEn: string }>;
export type Area = Named & Readonly<{ code: string | null }>;
export type MenteeRow = Pick<Mentee, "name" | "profession" | "track" | "from" | "facilityId"> &
  Readonly<{
    id: string;
    status: MenteeState;
    statusDate: string | null;
    statusUntil: string | null;
    facilityLo: string;
    facilityEn: string;
  }>;
export type AssessmentRow = Readonly<{
  id: string;
  menteeId: string;
  checklistId: string;
  date: string;
  marks: Marks;
}>;
export type StepRow = NextStep &
  Readonly<{ id: string; mentee: string | null; facilityLo: string | null; facilityEn: string | null }>;
/** One session: where it was held, who led it, how many it scored; no score. */
export type SessionRow = Readonly<{
  id: string;
  startDate: string;
  endDate: string | null;
  venue: Venue;
  facilityId: string | null;
  facilityLo: string | null;
  facilityEn: string | null;
  mentors: readonly string[];
  mentees: number;
  facilitiesSeen: number;
  costKip: number | null;
}>;
export type Register = Readonly<{
  area: Area;
  areas: readonly Area[];
  mentees: readonly MenteeRow[];
  /** Finished OSCE scores, oldest first. */
  scores: readonly AssessmentRow[];
  checklists: readonly KnownChecklist[];
  steps: readonly StepRow[];
  /** Newest first. */
  sessions: readonly SessionRow[];
}>;

const sessionRows = (district: string) => sql`
  select s.id, s.start_date::text as "startDate", s.end_date::text as "endDate", s.venue, s.facility_id as "facilityId",
    f.name_lo as "facilityLo", f.name_en as "facilityEn", s.cost_kip as "costKip",
    coalesce((select jsonb_agg(m.name order by m.name) from mentors m where jsonb_exists(s.mentor_ids, m.id::text)), '[]') as mentors,
    (select count(distinct a.mentee_id)::int from assessments a where a.session_id = s.id and a.finished and a.deleted_at is null) as mentees,
    (select count(distinct a.facility_id)::int from assessments a
      where a.session_id = s.id and a.mentee_id is null and a.finished and a.deleted_at is null) as "facilitiesSeen"
  from mentoring_sessions s left join facilities f on f.id = s.facility_id
  where s.district_id = ${district} and s.deleted_at is null order by s.start_date desc, s.id limit 200`;

const listOf = (rows: SQL) => sql`(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${rows}) r)`;
const areaColumns = sql`p.id, p.code, p.name_lo as "nameLo", p.name_en as "nameEn"`;

const areaRows = (districts: readonly string[]) => sql`
  select ${areaColumns} from places p where p.id = any(${sql.param([...districts])}::uuid[]) order by p.code`;

const menteeRows = (where: SQL) => sql`
  select m.id, m.name, m.profession, m.track, m.from_date::text as "from", m.facility_id as "facilityId", m.status,
    m.status_date::text as "statusDate", m.status_until::text as "statusUntil", coalesce(f.name_lo, '') as "facilityLo",
    coalesce(f.name_en, '') as "facilityEn"
  from mentees m left join facilities f on f.id = m.facility_id where m.deleted_at is null and ${where} order by m.name`;

const scoreRows = (where: SQL) => sql`
  select a.id, a.mentee_id as "menteeId", a.checklist_id as "checklistId", a.date::text as date, a.marks
  from assessments a join checklists c on c.id = a.checklist_id
  where a.finished and a.mentee_id is not null and c.tool = 'osce' and a.deleted_at is null and ${where}
  order by a.date, a.id`;

const checklistRows = sql`
  select c.id, c.tool, c.series, c.version, c.name_lo as "nameLo", c.name_en as "nameEn", c.wording, c.source,
    c.pass_percent as "passPercent", c.sections, c.items
  from checklists c where c.deleted_at is null order by c.series, c.version desc`;

const stepRows = (where: SQL) => sql`
  select s.id, s.session_id as "sessionId", s.mentee_id as "menteeId", s.facility_id as "facilityId",
    s.item_code as "itemCode", s.what, s.lead, s.date::text as date, s.due::text as due, s.status,
    s.status_date::text as "statusDate", s.note, m.name as mentee, f.name_lo as "facilityLo", f.name_en as "facilityEn"
  from next_steps s left join mentees m on m.id = s.mentee_id left join facilities f on f.id = s.facility_id
  where s.deleted_at is null and ${where}`;

/** The district asked for among those this actor mentors in; the first when none was named. */
function chosenArea(areas: readonly Area[], asked: string | null): Area {
  const area = asked ? areas.find(({ id, code }) => code === asked || id === asked) : areas[0];
  if (!area) throw new AppError("forbidden");
  return area;
}

/** All mentees of a district with every score: for mentors and the district health office. */
export async function menteeRegister(actor: Actor, asked: string | null): Promise<Register> {
  requireCan(actor, "mentorship.read");
  return withScope(actor.scope, async (tx) => {
    const areas = await areasOf(tx, actor);
    const area = chosenArea(areas, asked);
    const [row] = await tx.execute<Omit<Register, "area" | "areas">>(sql`
      select ${listOf(menteeRows(sql`m.district_id = ${area.id}`))} as mentees,
        ${listOf(scoreRows(sql`a.district_id = ${area.id}`))} as scores,
        ${listOf(checklistRows)} as checklists,
        ${listOf(stepRows(sql`s.district_id = ${area.id}`))} as steps, ${listOf(sessionRows(area.id))} as sessions`);
    return { area, areas, ...(row as Omit<Register, "area" | "areas">) };
  });
}

const areasOf = async (tx: Transaction, { scope }: Actor): Promise<Area[]> => [
  ...(await tx.execute<Area>(areaRows(scope.mentorshipDistrictIds))),
];

export type MenteePage = Readonly<{
  mentee: MenteeRow &
    Readonly<{ districtId: string; mentor: string | null; replaces: Named2; replacedBy: Named2 }>;
  statuses: readonly (MenteeStatus & { id: string })[];
  scores: readonly AssessmentRow[];
  checklists: readonly KnownChecklist[];
  steps: readonly StepRow[];
  facilities: readonly Named[];
}>;
type Named2 = Readonly<{ id: string; name: string }> | null;

/** One mentee: history, scores over quarters, what was agreed. */
export async function menteePage(actor: Actor, id: string): Promise<MenteePage> {
  requireCan(actor, "mentorship.read");
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError("not_found");
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Omit<MenteePage, "mentee"> & { mentee: MenteePage["mentee"] | null }>(sql`
      select (select to_jsonb(x) from (
          select one.*, d.district_id as "districtId", mentor.name as mentor,
            (select jsonb_build_object('id', o.id, 'name', o.name) from mentees o where o.id = d.replaces_id) as replaces,
            (select jsonb_build_object('id', o.id, 'name', o.name) from mentees o
              where o.replaces_id = d.id and o.deleted_at is null limit 1) as "replacedBy"
          from (${menteeRows(sql`m.id = ${id}`)}) one join mentees d on d.id = one.id
            left join mentors mentor on mentor.id = d.mentor_id) x) as mentee,
        ${listOf(sql`select s.id, s.mentee_id as "menteeId", s.status, s.date::text as date, s.reason, s.until_date::text as until
          from mentee_statuses s where s.mentee_id = ${id} and s.deleted_at is null order by s.created_at desc`)} as statuses,
        ${listOf(scoreRows(sql`a.mentee_id = ${id}`))} as scores,
        ${listOf(checklistRows)} as checklists,
        ${listOf(stepRows(sql`s.mentee_id = ${id}`))} as steps,
        ${listOf(sql`select f.id, f.name_lo as "nameLo", f.name_en as "nameEn" from facilities f
          where f.valid_to is null and f.district_id = (select district_id from mentees where id = ${id}) order by f.type, f.name_lo`)}
          as facilities`);
    if (!row?.mentee) throw new AppError("not_found");
    return row as MenteePage;
  });
}

export type DistrictCounts = Area &
  Readonly<{
    active: number;
    onLeave: number;
    replaced: number;
    gone: number;
    replacements: number;
    facilities: number;
    covered: number;
    scored: number;
    sessions: number;
    costKip: number | null;
    costed: number;
    trained: number;
  }>;

/** How many mentees, where, what it cost: counts for everybody who reviews a place. */
export async function mentorshipCounts(actor: Actor): Promise<DistrictCounts[]> {
  requireCan(actor, "mentorship.summary");
  return withScope(actor.scope, async (tx) => {
    const rows = await tx.execute<DistrictCounts>(sql`
      select ${areaColumns}, c.active, c.on_leave as "onLeave", c.replaced, c.gone, c.replacements, c.facilities, c.covered,
        c.scored, c.sessions, c.cost_kip::float8 as "costKip", c.costed, c.trained
      from mentorship_counts(${today()}::date) c join places p on p.id = c.district_id order by p.code`);
    return [...rows];
  });
}

/** What the form for a new mentee asks: where she works, and whom she may replace. */
export async function registerOptions(actor: Actor) {
  requireCan(actor, "mentorship.record");
  return withScope(actor.scope, async (tx) => {
    const districts = sql.param([...actor.scope.mentorshipDistrictIds]);
    const [row] = await tx.execute<{
      facilities: (Named & { districtId: string })[];
      mentors: { id: string; name: string }[];
      mentees: { id: string; name: string; facilityId: string; status: MenteeState }[];
    }>(sql`
      select ${listOf(sql`select f.id, f.name_lo as "nameLo", f.name_en as "nameEn", f.district_id as "districtId"
          from facilities f where f.valid_to is null and f.district_id = any(${districts}::uuid[]) order by f.type, f.name_lo`)}
          as facilities,
        ${listOf(sql`select m.id, m.name from mentors m where m.deleted_at is null and m.to_date is null order by m.name`)} as mentors,
        ${listOf(sql`select m.id, m.name, m.facility_id as "facilityId", m.status from mentees m where m.deleted_at is null
          and m.status <> 'replaced' order by m.name`)} as mentees`);
    return row as NonNullable<typeof row>;
  });
}

export type FacilityRow = Named &
  Readonly<{
    type: string;
    active: number;
    /** The first mentee's first day; null where there never was one. */
    since: string | null;
    checklistId: string | null;
    lookedOn: string | null;
    marks: Marks | null;
  }>;
export type FacilitiesPage = Readonly<{
  area: DistrictCounts;
  areas: readonly DistrictCounts[];
  facilities: readonly FacilityRow[];
  checklists: readonly KnownChecklist[];
  values: readonly MonthValue[];
}>;

/** Readiness, coverage and what changed in each facility of a district: no person in it. Null where there is no mentee at all. */
export async function facilitiesPage(actor: Actor, asked: string | null): Promise<FacilitiesPage | null> {
  const areas = await mentorshipCounts(actor);
  if (areas.length === 0 && !asked) return null;
  const area = areas.find(({ id, code }) => !asked || code === asked || id === asked);
  if (!area) throw new AppError("forbidden");
  const elements = sql.param([...outcomeElements]);
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Pick<FacilitiesPage, "facilities" | "checklists" | "values">>(sql`
      with f as (select * from mentorship_facilities(${area.id}))
      select ${listOf(sql`select f.facility_id as id, f.name_lo as "nameLo", f.name_en as "nameEn", f.type, f.active,
          f.since::text as since, f.checklist_id as "checklistId", f.looked_on::text as "lookedOn", f.marks from f`)} as facilities,
        ${listOf(sql`${checklistRows}`)} as checklists,
        ${listOf(sql`select v.facility_id as "facilityId", v.element, v.period, v.value
          from mentorship_values(${area.id}, ${elements}::text[]) v`)} as values`);
    return { area, areas, ...(row as Pick<FacilitiesPage, "facilities" | "checklists" | "values">) };
  });
}
