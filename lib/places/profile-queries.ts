import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { villageProfiles } from "@/db/schema/profiles";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { headWithin } from "@/lib/villages/place-queries";
import { listOf } from "@/lib/villages/sql";
import { type CatchmentView, catchmentRows } from "./catchment-queries";

export type ProfileView = Pick<
  typeof villageProfiles.$inferSelect,
  | "id"
  | "date"
  | "source"
  | "population"
  | "females"
  | "households"
  | "ethnicGroups"
  | "ages"
  | "languages"
  | "povertyStatus"
  | "dryAccess"
  | "wetAccess"
  | "note"
>;
export type Vocabulary = { id: string; nameLo: string; nameEn: string };

export type ProfilePage = Readonly<{
  head: PlaceHead;
  /** The newest one first: it is the one shown elsewhere. */
  profiles: readonly ProfileView[];
  catchments: readonly CatchmentView[];
  /** Those of the province, the district's own first. */
  facilities: readonly Vocabulary[];
  groups: readonly Vocabulary[];
  languages: readonly Vocabulary[];
}>;

/** What is known of a village, by date, and who serves it, with the words that a new profile is chosen from. */
export function profilePage(actor: Actor, code: string): Promise<ProfilePage> {
  return withScope(actor.scope, async (tx) => {
    const head = await headWithin(tx, code);
    if (head.level !== "village") throw new AppError("not_found");
    const here = whereaboutsOfHead(head);
    if (!can(actor, "record.read", here) && !can(actor, "profile.record", here))
      throw new AppError("forbidden");
    const [row] = await tx.execute<Omit<ProfilePage, "head">>(sql`
      select
        ${listOf(sql`
          select p.id, p.date, p.source, p.population, p.females, p.households, p.ethnic_groups as "ethnicGroups", p.ages, p.languages,
            p.poverty_status as "povertyStatus", p.dry_access as "dryAccess", p.wet_access as "wetAccess", p.note
          from village_profiles p where p.village_id = ${head.id} and p.deleted_at is null
          order by p.date desc, p.created_at desc limit 20`)} as profiles,
        ${listOf(catchmentRows(sql`c.village_id = ${head.id}`))} as catchments,
        ${listOf(sql`
          select f.id, f.name_lo as "nameLo", f.name_en as "nameEn"
          from facilities f join places d on d.id = f.district_id
          where d.province_id = ${head.provinceId} and f.valid_to is null
          order by f.district_id <> ${head.districtId}, f.type, f.name_lo`)} as facilities,
        ${listOf(words("ethnic_groups"))} as groups,
        ${listOf(words("spoken_languages"))} as languages`);
    return { head, ...(row as Omit<ProfilePage, "head">) };
  });
}

const words = (table: "ethnic_groups" | "spoken_languages") => sql`
  select id, name_lo as "nameLo", name_en as "nameEn" from ${sql.raw(table)} where active order by position`;
