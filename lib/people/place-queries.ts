import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { Role } from "@/lib/access/roles";
import { searchPlaces } from "@/lib/places/search-queries";
import { type Level, placesFor } from "./rules";

export type WorkPlace = Readonly<{
  code: string;
  level: Level;
  nameLo: string;
  nameEn: string;
  /** The district and province that hold it. */
  insideLo: string;
  insideEn: string;
}>;
export type WorkFacility = Readonly<{ code: string; nameLo: string; nameEn: string }>;

const shown = 8;

/** Standing places at which the role can be held, the best match first; a code finds its place. */
export async function workPlaces(
  actor: Actor,
  { role, text }: { role: Role; text: string },
): Promise<WorkPlace[]> {
  requireCan(actor, "account.manage");
  const levels = placesFor(role);
  const [byCode, byName] = await Promise.all([
    placesByCode(actor, text.trim(), levels),
    searchPlaces(actor, text, { levels }),
  ]);
  const known = new Set(byCode.map(({ code }) => code));
  const named = byName.flatMap((place): WorkPlace[] => {
    const { code, ended, level, nameLo, nameEn } = place;
    if (!code || ended || known.has(code)) return [];
    const inside = (district: string | null, province: string | null) =>
      [level !== "district" && district, level !== "province" && province].filter(Boolean).join(", ");
    const insideLo = inside(place.districtLo, place.provinceLo);
    return [{ code, level, nameLo, nameEn, insideLo, insideEn: inside(place.districtEn, place.provinceEn) }];
  });
  return [...byCode, ...named].slice(0, shown);
}

async function placesByCode(actor: Actor, text: string, levels: readonly Level[]): Promise<WorkPlace[]> {
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<WorkPlace>(sql`
      select p.code, p.level, p.name_lo as "nameLo", p.name_en as "nameEn", coalesce(h.name_lo, '') as "insideLo",
        coalesce(h.name_en, '') as "insideEn"
      from places p left join places h on h.id = p.parent_id and h.level <> 'country'
      where p.code in (${text}, upper(${text}), lower(${text})) and p.valid_to is null
        and p.level = any(${sql.param(`{${levels.join(",")}}`)}::text[])`),
  );
  return [...rows];
}

/** Health facilities of a district at which a person can be placed. */
export async function workFacilities(actor: Actor, districtCode: string): Promise<WorkFacility[]> {
  requireCan(actor, "account.manage");
  const rows = await withScope(actor.scope, (tx) =>
    tx.execute<WorkFacility>(sql`
      select f.code, f.name_lo as "nameLo", f.name_en as "nameEn" from facilities f join places d on d.id = f.district_id
      where d.code = ${districtCode} and f.valid_to is null and f.code is not null order by f.type, f.name_lo`),
  );
  return [...rows];
}
