import { sql } from "drizzle-orm";

/** Every questionnaire as results need it. */
export const instrumentRows = sql`
  select i.id, i.series, i.version, i.scale, i.wording, i.name_lo as "nameLo", i.name_en as "nameEn", i.items
  from instruments i order by i.series, i.version desc`;
