import { type SQL, sql } from "drizzle-orm";

// Pieces of the statements of pages, each one JSON value (json: building jsonb takes three times as long); they read under the
// reader's own scope.

/** What is counted, in the order of the form. */
export const elementsJson = sql`(select coalesce(json_agg(json_build_object('code', code, 'nameLo', name_lo, 'nameEn', name_en,
  'group', "group", 'reporters', reporters, 'maximum', maximum, 'atMost', at_most, 'adviceLo', advice_lo,
  'adviceEn', advice_en, 'teamOnly', team_only is true) order by position, code), '[]')
  from data_elements where active and deleted_at is null)`;

/** Those shown to somebody; `allowed` looks at the row. */
export const indicatorsJson = (
  allowed: SQL = sql`true`,
) => sql`(select coalesce(json_agg(json_build_object('code', code, 'nameLo', name_lo,
  'nameEn', name_en, 'group', "group", 'numerator', numerator, 'denominator', denominator, 'populationKind', population_kind,
  'factor', factor, 'direction', direction, 'teamOnly', team_only is true) order by position, code), '[]')
  from indicators where active and deleted_at is null and ${allowed})`;

/** Every rule in the order it was recorded. */
export const rulesJson = sql`(select coalesce(json_agg(json_build_object('from', from_date, 'dueDay', due_day)
  order by created_at, id), '[]') from reporting_rules where deleted_at is null)`;

export const figuresJson = (
  where: SQL,
) => sql`(select coalesce(json_agg(json_build_object('kind', kind, 'year', year,
  'value', value, 'method', method, 'asOf', as_of, 'source', source) order by as_of, id), '[]')
  from population_figures where deleted_at is null and ${where})`;

/** Of each source and element: `SourcedElement`; a count by itself takes four times as long. `where` narrows `data_values d`. */
export const sourcedJson = (where: SQL) => sql`
  (select coalesce(json_agg(json_build_array(x.source, e.code, x.periods, x.counts)), '[]') from (
    select d.source, d.element_number, array_agg(d.period) as periods, array_agg(d.value) as counts from data_values d
    where ${where} group by 1, 2) x join data_elements e on e.number = x.element_number)`;

/** Of each element of `wanted` that was counted: `CountedElement`. `where` narrows `data_values d`. */
export const countedJson = (where: SQL) => sql`
  (select coalesce(json_agg(json_build_array(w.code, x.periods, x.counts)), '[]') from wanted w cross join lateral (
    select array_agg(d.period) as periods, array_agg(d.value) as counts from data_values d
    where ${where} and d.element_number = w.number) x where x.periods is not null)`;
