import "server-only";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { searchPlaces } from "@/lib/places/search-queries";
import { importDistricts } from "./reach";

export type UnitCandidate = Readonly<{
  kind: "village" | "facility";
  id: string;
  code: string | null;
  nameLo: string;
  nameEn: string;
  districtLo: string;
  districtEn: string;
}>;

const most = 8;

/** Health facilities and villages where this person imports that are like the text, one spelling mistake allowed. */
export async function unitCandidates(actor: Actor, text: string): Promise<UnitCandidate[]> {
  const districts = importDistricts(actor);
  const within = districts
    ? sql`f.district_id = any(${sql.param(`{${districts.join(",")}}`)}::uuid[])`
    : sql`true`;
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const [facilities, places] = await Promise.all([
    withScope(actor.scope, (tx) =>
      tx.execute<Omit<UnitCandidate, "kind">>(sql`
        select f.id, f.code, f.name_lo as "nameLo", f.name_en as "nameEn", d.name_lo as "districtLo", d.name_en as "districtEn"
        from facilities f join places d on d.id = f.district_id
        where ${within} and (f.name_lo ilike ${like} or f.name_en ilike ${like} or f.code ilike ${like})
        order by f.valid_to is not null, length(f.name_lo), f.name_lo limit ${most}`),
    ),
    searchPlaces(actor, text, {
      levels: ["village"],
      ...(districts?.length === 1 ? { districtId: districts[0] as string } : {}),
    }),
  ]);
  const villages = places
    .filter(({ ended, districtId }) => !ended && (!districts || districts.includes(districtId ?? "")))
    .slice(0, most)
    .map(({ id, code, nameLo, nameEn, districtLo, districtEn }) => ({
      kind: "village" as const,
      id,
      code,
      nameLo,
      nameEn,
      districtLo: districtLo ?? "",
      districtEn: districtEn ?? "",
    }));
  return [...facilities.map((one) => ({ ...one, kind: "facility" as const })), ...villages];
}
