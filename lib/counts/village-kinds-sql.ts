import { type SQL, sql } from "drizzle-orm";

/** Farther than so many minutes from its health centre in the rainy season is far. */
export const FAR_MINUTES = 120;

/**
 * `main_families (village_id, family)`: the family of ethnic groups that most people of a village belong to, from profiles
 * (`village_id`, `ethnic_groups`), one a village. "Villages where most people are …" on every page.
 */
export const mainFamilies = (profiles: SQL) => sql`
  main_families as materialized (
    select distinct on (village_id) village_id, family from (
      select n.village_id, e.family, sum(coalesce(g.people, g.share)) as weight
      from ${profiles} n
        cross join lateral jsonb_to_recordset(coalesce(n.ethnic_groups, '[]')) as g("group" text, people numeric, share numeric)
        join ethnic_groups e on e.id = g."group"
      group by 1, 2) w
    order by village_id, weight desc nulls last, family)`;

/** What else villages are told apart by: columns `family`, `travel`, `season` and `poverty`. */
export const kindColumns = (of: Record<"profile" | "minutes" | "family", SQL>) => sql`
  coalesce(${of.family}, 'unknown') as family,
  case when ${of.minutes} is null then 'unknown' when ${of.minutes} > ${FAR_MINUTES} then 'far' else 'near' end as travel,
  case when ${of.profile}.wet_access = 'none' then 'cut_off'
    when coalesce(${of.profile}.wet_access, 'unknown') = 'unknown' then 'unknown' else 'open' end as season,
  coalesce(${of.profile}.poverty_status, 'unknown') as poverty`;
