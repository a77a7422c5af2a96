import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { hashOfCode, newCode } from "@/lib/access/tokens";

const login = "admin";

/**
 * Where nobody can administer yet: the account `admin` and a code for its first password, good for one day. Null as soon as
 * one administrator has a password, so that this never becomes a second way in. `sql` is the owner's.
 */
export function firstAdministrator(sql: Sql): Promise<{ login: string; code: string } | null> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('first administrator'))`;
    const [known] = await tx`
      select 1 from users u join assignments a on a.user_id = u.id join credentials c on c.user_id = u.id
      where a.role = 'administrator' and (a.to_date is null or a.to_date > current_date)
        and c.password_hash is not null and u.disabled_at is null`;
    if (known) return null;
    const [nation] = await tx`select id from places where level = 'country' limit 1`;
    if (!nation) throw new Error("The reference data has no country");
    const [found] = await tx`select id from users where login = ${login}`;
    const userId = String(found?.id ?? randomUUID());
    if (!found) {
      const assignmentId = randomUUID();
      await tx`insert into subjects (id, type) values (${userId}, 'account'), (${assignmentId}, 'assignment')`;
      await tx`insert into users (id, login, display_name) values (${userId}, ${login}, 'Administrator')`;
      await tx`insert into assignments (id, user_id, role, place_id, from_date)
        values (${assignmentId}, ${userId}, 'administrator', ${nation.id}, current_date)`;
    }
    await tx`update invitations set expires_at = now() where user_id = ${userId} and used_at is null`;
    const code = newCode();
    await tx`insert into invitations (id, code_hash, purpose, user_id, created_by, expires_at)
      values (${randomUUID()}, ${hashOfCode(code)}, 'invite', ${userId}, ${userId}, now() + interval '1 day')`;
    return { login, code };
  }) as Promise<{ login: string; code: string } | null>;
}
