import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Transaction, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { pathWithin } from "@/lib/places/queries";
import type { PlaceHead } from "./place-head";
import { readableHead } from "./place-queries";
import { chosenWorkshop, hiddenCount, listOf, voteRows, workshopLines } from "./sql";
import type { VillageMaps, VillageProblems, WorkshopLine, WorkshopPage } from "./views";

const askedId = (asked: string | undefined) => {
  const id = z.uuid().safeParse(asked);
  if (asked !== undefined && !id.success) throw new AppError("not_found");
  return id.data ?? null;
};

const workshopChoices = (villageId: string) =>
  listOf(sql`select w.id, w.start_date as "startDate", w.module from workshops w where w.village_id = ${villageId}
    and w.deleted_at is null and w.status <> 'cancelled' order by w.start_date desc, w.created_at desc`);

/** What each group drew in one workshop, without anything sensitive; without one asked for, the newest with a map. */
export function villageMaps(actor: Actor, code: string, workshop?: string): Promise<VillageMaps> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const has = sql`exists (select from maps m where m.workshop_id = w.id and m.deleted_at is null)`;
    const [row] = await tx.execute<Omit<VillageMaps, "head">>(sql`
      with ${chosenWorkshop(head.id, askedId(workshop), has)}
      select (select id from chosen) as "workshopId", ${workshopChoices(head.id)} as workshops,
        consent_stands((select id from chosen), 'export', ${today()}) as "mayExport",
        ${listOf(sql`
          select m.id, m.title, m.base, coalesce(m.control_points, '[]') as "controlPoints",
            coalesce(m.photo_opacity, 0.5) as opacity, ${hiddenCount(sql.raw("m.id"))} as hidden,
            case when g.id is not null then jsonb_build_object('kind', g.kind, 'label', g.label, 'ethnicName',
              case when e.id is not null then jsonb_build_object('nameLo', e.name_lo, 'nameEn', e.name_en) end) end as "group",
            ${listOf(sql`select f.id, f.category, f.geometry, f.label, f.sensitive, f.season, f.households, f.note
              from map_features f where f.map_id = m.id and f.deleted_at is null and not f.sensitive order by f.id`)} as features,
            (select jsonb_build_object('id', f.id, 'width', f.width, 'height', f.height) from photos f
              where f.covered_from_id = m.photo_id and f.covered_confirmed and not f.sensitive and f.deleted_at is null
                and f.stored_at is not null order by f.created_at desc limit 1) as covered
          from maps m left join workshop_groups g on g.id = m.group_id and g.deleted_at is null
            left join ethnic_groups e on e.id = g.ethnic_group_id
          where m.workshop_id = (select id from chosen) and m.deleted_at is null order by m.created_at, m.id`)} as maps,
        ${listOf(sql`select c.id, c.frame, c.glyph, c.label_lo as "labelLo", c.label_en as "labelEn", c.sensitive,
          c.position, c.active from map_categories c order by c.position`)} as categories`);
    return found(head, workshop, row);
  });
}

/** The problems of one workshop with causes, effects, solutions and every group's votes. */
export function villageProblems(actor: Actor, code: string, workshop?: string): Promise<VillageProblems> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const has = sql`exists (select from problems q where q.workshop_id = w.id and q.deleted_at is null)`;
    const [row] = await tx.execute<Omit<VillageProblems, "head">>(sql`
      with ${chosenWorkshop(head.id, askedId(workshop), has)}
      select (select id from chosen) as "workshopId", ${workshopChoices(head.id)} as workshops,
        ${voteRows(sql`(select id from chosen)`)} as votes,
        ${listOf(sql`
          select q.id, row_number() over (order by coalesce(q.position, 1000000), q.id)::int as number, q.statement,
            q.category, q.whom_it_touches as "whomItTouches", q.people_touched as "peopleTouched", q.themes,
            ${listOf(sql`select n.id, n.kind, n.text from problem_nodes n where n.problem_id = q.id
              and n.deleted_at is null order by n.kind, coalesce(n.position, 1000000), n.id`)} as nodes,
            ${listOf(sql`select s.id, s.text, s.chosen from solutions s where s.problem_id = q.id
              and s.deleted_at is null order by s.chosen desc, coalesce(s.position, 1000000), s.id`)} as solutions
          from problems q where q.workshop_id = (select id from chosen) and q.deleted_at is null and q.statement <> ''`)} as problems`);
    return found(head, workshop, row);
  });
}

/** A workshop asked for by name must be one of this village's. */
function found<T extends { workshopId: string | null }>(
  head: PlaceHead,
  asked: string | undefined,
  row: T | undefined,
) {
  if (!row || (asked && !row.workshopId)) throw new AppError("not_found");
  return { head, ...row };
}

/** One workshop: who came, what was held, what was allowed, and under which district it was. */
export function workshopPage(actor: Actor, code: string, workshopId: string): Promise<WorkshopPage> {
  return withScope(actor.scope, async (tx) => {
    const head = await readableHead(tx, actor, code);
    const [row] = await tx.execute<Omit<WorkshopPage, "head" | "districtThen">>(
      workshopQuery(head.id, askedId(workshopId)),
    );
    if (!row?.line) throw new AppError("not_found");
    return { head, ...row, districtThen: await districtThen(tx, head, row.line) };
  });
}

const workshopQuery = (villageId: string, id: string | null) => sql`
  select
    (select to_jsonb(l) from (${workshopLines(villageId, sql`and w.id = ${id}`)}) l) as line,
    (select jsonb_build_object('title', w.title, 'venue', w.venue, 'level', w.level, 'interpreter', w.interpreter,
        'fundSource', w.fund_source, 'funder', w.funder, 'costKip', w.cost_kip,
        'speakersWomen', w.speakers_women, 'speakersMen', w.speakers_men, 'note', w.note, 'languages', (
          select coalesce(jsonb_agg(jsonb_build_object('nameLo', s.name_lo, 'nameEn', s.name_en) order by s.position), '[]')
          from spoken_languages s where w.languages ? s.id))
      from workshops w where w.id = ${id}) as facts,
    ${listOf(sql`select a.sex, a.age_band as "ageBand", a.role, sum(a.people)::int as people,
      coalesce(sum(a.people) filter (where a.disability), 0)::int as disability
      from attendance_tallies a where a.workshop_id = ${id} and a.deleted_at is null
      group by a.sex, a.age_band, a.role order by sum(a.people) desc`)} as attendance,
    ${listOf(sql`select s.id, s.kind, s.held, s.minutes from workshop_sessions s
      where s.workshop_id = ${id} and s.deleted_at is null order by s.created_at, s.id`)} as sessions,
    ${listOf(sql`select distinct on (c.use) c.id, c.use, consent_stands(c.workshop_id, c.use, ${today()}) as stands,
      c.given_by as "givenBy", c.date, c.withdrawn_on as "withdrawnOn" from consents c
      where c.workshop_id = ${id} and c.deleted_at is null order by c.use, c.date desc, c.updated_at desc`)} as consents`;

async function districtThen(tx: Transaction, head: PlaceHead, { startDate }: WorkshopLine) {
  const then = (await pathWithin(tx, head.id, startDate)).findLast(({ level }) => level === "district");
  return then && then.id !== head.districtId ? then : null;
}
