import { sql } from "drizzle-orm";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";

export const applicationRole = pgRole("connect_app").existing();

const covered = sql.raw(
  "district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])",
);
const sensitiveCovered = sql.raw(
  "not sensitive or district_id = any((select app_sensitive_districts())::uuid[]) or village_id = any((select app_sensitive_villages())::uuid[]) or (select app_admin())",
);

/** Second wall: rows of the actor's districts and villages; the ministry's nation-wide scope reads, never writes. */
export const districtPolicy = (table: string) => [
  pgPolicy(`${table}_scope`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: covered,
    withCheck: covered,
  }),
  pgPolicy(`${table}_nation`, {
    as: "permissive",
    for: "select",
    to: applicationRole,
    using: sql.raw("(select app_nation())"),
  }),
];

/** For tables with a `sensitive` column: such rows are only for those who may see sensitive places. */
export const sensitivePolicy = (table: string) =>
  pgPolicy(`${table}_sensitive`, {
    as: "restrictive",
    for: "all",
    to: applicationRole,
    using: sensitiveCovered,
    withCheck: sensitiveCovered,
  });

/** Whose records of a district lie behind a wall of their own, also their history (docs/decisions/0002). */
export const walls = ["budget", "mentorship", "training"] as const;
export type Wall = (typeof walls)[number];

const withinWall = sql.raw(
  "wall is null or wall = 'training' or (wall = 'budget' and (district_id = any((select app_budget_districts())::uuid[]) or (select app_budget_nation()))) or (wall = 'mentorship' and district_id = any((select app_mentorship_districts())::uuid[]))",
);
const mentors = sql.raw(
  "wall in ('mentorship', 'training') and district_id = any((select app_mentorship_districts())::uuid[])",
);

/** For tables with a `wall` column: covering the place is not enough for what is behind one, and mentors, who cover no place, pass theirs. */
export const wallPolicies = (table: string) => [
  pgPolicy(`${table}_wall`, {
    as: "restrictive",
    for: "all",
    to: applicationRole,
    using: withinWall,
    withCheck: withinWall,
  }),
  pgPolicy(`${table}_mentors`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: mentors,
    withCheck: mentors,
  }),
];

type Writer = "app_admin" | "app_national_writer";

/** Programme-wide reference: anyone signed in reads, the named scope flags write. */
export const nationalPolicy = (table: string, ...writers: readonly Writer[]) => {
  const writes = sql.raw(writers.map((writer) => `(select ${writer}())`).join(" or "));
  return [
    pgPolicy(`${table}_read`, {
      as: "permissive",
      for: "select",
      to: applicationRole,
      using: sql.raw("true"),
    }),
    pgPolicy(`${table}_write`, {
      as: "permissive",
      for: "all",
      to: applicationRole,
      using: writes,
      withCheck: writes,
    }),
  ];
};

/** Rows without a place (programme-wide records, accounts): only for those who keep them. */
export const nationalRecordPolicy = (table: string) => {
  const keeper = sql.raw("district_id is null and ((select app_admin()) or (select app_national_writer()))");
  return pgPolicy(`${table}_national`, {
    as: "permissive",
    for: "all",
    to: applicationRole,
    using: keeper,
    withCheck: keeper,
  });
};
