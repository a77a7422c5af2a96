import "server-only";
import type { Actor } from "@/lib/access/actor";
import { rolesTable } from "@/lib/access/roles";
import { AppError } from "@/lib/errors";

/** Districts into which somebody imports values; null for all of them. Nobody else gets past here. */
export function importDistricts(actor: Actor): readonly string[] | null {
  const works = actor.assignments.filter(({ role }) => rolesTable[role].includes("values.import"));
  if (works.some(({ nation }) => nation)) return null;
  const districts = [...new Set(works.flatMap(({ districtIds }) => districtIds))].sort();
  if (districts.length === 0) throw new AppError("forbidden", { verb: "values.import" });
  return districts;
}
