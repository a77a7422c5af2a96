import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { Role } from "@/lib/access/roles";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { listOf } from "@/lib/villages/sql";

type Session = {
  id: string;
  created_at: string;
  last_seen_at: string;
  user_agent: string;
};
type Device = { id: string; label: string; registered_at: string; revoked_at: string | null };
export type Me = Readonly<{
  sessions: readonly Session[];
  devices: readonly Device[];
  /** Whether the week is wanted by e-mail, and whether there is an address for it. */
  digest: Readonly<{ wanted: boolean; email: string | null }>;
}>;

/** The reader's own living sessions and phones, the latest first. */
export async function meFor(actor: Actor): Promise<Me> {
  const own = sql`select id, created_at::text, last_seen_at::text, user_agent from sessions
    where user_id = ${actor.userId} and revoked_at is null and expires_at > now()
      and last_seen_at + make_interval(secs => idle_seconds) > now() order by last_seen_at desc limit 50`;
  const phones = sql`select id, label, registered_at::text, revoked_at::text from devices
    where user_id = ${actor.userId} order by registered_at desc limit 50`;
  return withScope(actor.scope, async (tx) => {
    const [row] = await tx.execute<Omit<Me, "digest"> & { digest: Me["digest"] | null }>(sql`
      select ${listOf(own)} as sessions, ${listOf(phones)} as devices,
        (select jsonb_build_object('wanted', weekly_digest, 'email', email) from users where id = ${actor.userId}) as digest`);
    const { sessions = [], devices = [], digest = null } = row ?? {};
    return { sessions, devices, digest: digest ?? { wanted: false, email: null } };
  });
}

export type PersonRow = Readonly<{
  id: string;
  login: string;
  display_name: string;
  office: string;
  closed: boolean;
  last_seen: string | null;
  works: readonly { role: Role; nameLo: string; nameEn: string }[];
}>;
export type PersonList = Readonly<{ people: readonly PersonRow[]; total: number; found: number }>;

const pageSize = 100;

function requirePeople(actor: Actor): void {
  if (!can(actor, "account.manage") && !can(actor, "person.reset")) throw new AppError("forbidden");
}

/** Everybody for an administrator; for an office the facilitators and health centre people of its district. */
export async function peopleFor(actor: Actor, search: string): Promise<PersonList> {
  requirePeople(actor);
  const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const self = actor.scope.admin ? sql`true` : sql`u.id <> ${actor.userId}`;
  return withScope(actor.scope, async (tx) => {
    const rows = await tx.execute<PersonRow & { total: number; found: number }>(sql`
      with seen as materialized (select u.*, count(*) over ()::int as total from users u where ${self}),
        hits as (select *, count(*) over ()::int as found from seen
          where display_name ilike ${like} or office ilike ${like} or login ilike ${like}
          order by disabled_at is not null, display_name, id limit ${pageSize})
      select h.id, h.login, h.display_name, h.office, h.disabled_at is not null as closed, h.total, h.found,
        (select max(s.last_seen_at)::text from sessions s where s.user_id = h.id) as last_seen,
        (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'nameLo', p.name_lo, 'nameEn', p.name_en) order by a.from_date), '[]')
          from assignments a join places p on p.id = a.place_id
          where a.user_id = h.id and a.from_date <= ${today()}::date and (a.to_date is null or ${today()}::date < a.to_date)) as works
      from hits h order by h.disabled_at is not null, h.display_name, h.id`);
    const people = rows.map(({ total: _t, found: _f, ...person }) => person);
    const total =
      rows[0]?.total ??
      (await tx.execute<{ n: number }>(sql`select count(*)::int as n from users u where ${self}`))[0]?.n;
    return { people, total: total ?? 0, found: rows[0]?.found ?? 0 };
  });
}

export type SecurityEvent =
  | "signed_in"
  | "sign_in_refused"
  | "password_changed"
  | "code_used"
  | "second_factor_set"
  | "recovery_code_used"
  | "second_factor_cleared"
  | "sessions_ended"
  | "contact_erased"
  | "device_withdrawn"
  | "recovery_key_given";

export type AccountWork = Readonly<{
  id: string;
  role: Role;
  nameLo: string;
  nameEn: string;
  from: string;
  to: string | null;
}>;
export type AccountView = Readonly<{
  id: string;
  login: string;
  display_name: string;
  office: string;
  phone: string | null;
  email: string | null;
  locale: "lo" | "en";
  closed: boolean;
  created_at: string;
  code_expires: string | null;
  code_used: boolean;
  works: readonly AccountWork[];
  events: readonly { kind: SecurityEvent; at: string }[];
}>;

/** One account; `not_found` for whoever is outside the reader's wall, so that its existence is not told. */
export async function accountFor(actor: Actor, userId: string): Promise<AccountView> {
  requirePeople(actor);
  return withScope(actor.scope, async (tx) => {
    const [account] = await tx.execute<AccountView>(sql`
      select u.id, u.login, u.display_name, u.office, u.phone, u.email, u.locale, u.disabled_at is not null as closed, u.created_at::text,
        (select max(i.expires_at)::text from invitations i where i.user_id = u.id and i.used_at is null and i.expires_at > now()) as code_expires,
        exists (select from invitations i where i.user_id = u.id and i.used_at is not null) as code_used,
        (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'nameLo', coalesce(f.name_lo, p.name_lo),
            'nameEn', coalesce(f.name_en, p.name_en), 'from', a.from_date, 'to', a.to_date) order by a.from_date desc), '[]')
          from assignments a join places p on p.id = a.place_id left join facilities f on f.id = a.facility_id
          where a.user_id = u.id) as works,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at) order by e.at desc), '[]')
          from (select kind, at from security_events where user_id = u.id order by at desc limit 20) e) as events
      from users u where u.id = ${userId}`);
    if (!account) throw new AppError("not_found");
    return account;
  });
}
