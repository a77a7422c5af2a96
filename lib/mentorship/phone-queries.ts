import "server-only";
import { and, asc, desc, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { facilities } from "@/db/schema/facilities";
import { checklists } from "@/db/schema/mentorship";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { KnownChecklist, KnownFacility } from "@/lib/sync/known";

/** Every version of every checklist, the newest of each first. */
export async function checklistsWithin(tx: Transaction): Promise<KnownChecklist[]> {
  const { id, tool, series, version, nameLo, nameEn, wording, source, passPercent, sections, items } =
    checklists;
  const rows = await tx
    .select({ id, tool, series, version, nameLo, nameEn, wording, source, passPercent, sections, items })
    .from(checklists)
    .where(isNull(checklists.deletedAt))
    .orderBy(asc(series), desc(version));
  return rows as unknown as KnownChecklist[];
}

/** What a mentor's phone must know besides records; nothing for others. */
export async function mentoringKnown(tx: Transaction, actor: Actor) {
  const districts = [...actor.scope.mentorshipDistrictIds];
  if (!can(actor, "mentorship.record") || districts.length === 0) return { checklists: [], facilities: [] };
  return { checklists: await checklistsWithin(tx), facilities: await facilitiesWithin(tx, districts) };
}

const facilitiesWithin = (tx: Transaction, districts: string[]): Promise<KnownFacility[]> =>
  tx
    .select({
      id: facilities.id,
      type: facilities.type,
      nameLo: facilities.nameLo,
      nameEn: facilities.nameEn,
      districtId: facilities.districtId,
    })
    .from(facilities)
    .where(and(inArray(facilities.districtId, districts), isNull(facilities.validTo)))
    .orderBy(asc(facilities.type), asc(facilities.nameLo));
