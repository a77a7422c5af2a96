import { type SQL, sql } from "drizzle-orm";

// Pieces of the statements that compare places by one indicator.

/** `chosen`: the indicator asked for, the first when there is none such; `wanted`: the elements it is made of. */
export const chosenAndWanted = (indicator: string | null, allowed: SQL = sql`true`) => sql`
  chosen as materialized (
    select * from indicators where active and deleted_at is null and ${allowed}
    order by (code = ${indicator ?? ""}) desc, position, code limit 1),
  wanted as materialized (
    select e.number, e.code from data_elements e where e.code in (
      select ltrim(t, '-') from chosen c, jsonb_array_elements_text(c.numerator || coalesce(c.denominator, '[]')) t))`;

/** As `ShownIndicator`. */
export const chosenJson = sql`(select jsonb_build_object('code', code, 'nameLo', name_lo, 'nameEn', name_en, 'group', "group",
  'numerator', numerator, 'denominator', denominator, 'populationKind', population_kind, 'factor', factor,
  'direction', direction, 'teamOnly', team_only is true) from chosen)`;
