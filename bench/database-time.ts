import type { Sql } from "postgres";

/** Mean milliseconds of planning and running, per reading of a page. */
export type DatabaseTime = Readonly<{ data: number; session: number; floor: number }>;

export const forgetStatements = (sql: Sql) => sql`select pg_stat_statements_reset()`;

/** What the server counted since: the page's own statements, who is asking and with which scope, and the floor's. */
export async function databaseTime(sql: Sql, readings: number): Promise<DatabaseTime> {
  const [row] = await sql<DatabaseTime[]>`
    with counted as (
      select s.total_plan_time + s.total_exec_time as ms, r.rolname = 'connect_app' as page, s.query
      from pg_stat_statements s join pg_roles r on r.oid = s.userid
      where s.dbid = (select oid from pg_database where datname = current_database())
        and s.query !~* '^\s*(begin|commit)' and s.query !~ 'pg_stat_statements|into district_touches')
    select coalesce(sum(ms) filter (where page and query !~ 'set_config|auth_session'), 0) / ${readings} as data,
      coalesce(sum(ms) filter (where page and query ~ 'set_config|auth_session'), 0) / ${readings} as session,
      coalesce(sum(ms) filter (where not page and query !~ 'set_config'), 0) / ${readings} as floor
    from counted`;
  return row as DatabaseTime;
}
