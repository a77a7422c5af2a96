import { type SQL, sql } from "drizzle-orm";

/** `workshops_held`: held to its end, begun on or before the day asked for. */
export const heldUntil = (on: string, table: SQL = sql`workshops`) =>
  sql`${table}.status = 'done' and ${table}.deleted_at is null and ${table}.start_date <= ${on}`;

/** `villages_reached`: a village counts once, from its first workshop of the village's own level. */
export const inVillage = (table: SQL = sql`workshops`) =>
  sql`${table}.level = 'village' and ${table}.village_id is not null`;

/** The districts somebody's page is about, today's; null is the whole nation. */
export const districtsAsked = (ids: readonly string[] | null, narrow: SQL = sql`true`) => sql`
  asked_districts as materialized (
    select id, code, name_lo, name_en, province_id from places
    where level = 'district' and valid_to is null and ${narrow}
      and ${ids === null ? sql`true` : sql`id = any(${`{${ids.join(",")}}`}::uuid[])`})`;

/** The districts of an area by the code of a province or district; nothing asked, all that the reader reviews. */
export const districtsWithin = (ids: readonly string[] | null, within: string | null) =>
  districtsAsked(
    ids,
    within === null
      ? undefined
      : sql`(code = ${within} or province_id = (select id from places where code = ${within} and level = 'province'))`,
  );
