import "server-only";
import { forbidden } from "next/navigation";
import type { Actor } from "@/lib/access/actor";
import { rolesTable, type Verb } from "@/lib/access/roles";
import { AppError } from "@/lib/errors";
import { type PlaceView, placesByIds } from "@/lib/places/queries";

async function reviewedDistricts(
  actor: Actor,
  verb: Verb = "district.review",
): Promise<readonly PlaceView[]> {
  const ids = actor.assignments
    .filter(({ role }) => rolesTable[role].includes(verb))
    .flatMap(({ districtIds }) => districtIds);
  return placesByIds(actor, [...new Set(ids)]);
}

/** One of the districts this actor reviews (or does `verb` in), for a file: the only one when none is named. Every other place is refused alike. */
export async function reviewedPlace(actor: Actor, code?: string, verb?: Verb): Promise<PlaceView> {
  const districts = await reviewedDistricts(actor, verb);
  const district = code ? districts.find((place) => place.code === code || place.id === code) : districts[0];
  if (!district) throw new AppError("forbidden");
  if (!code && districts.length > 1) throw new AppError("invalid", { field: "district" });
  return district;
}

/** The districts this actor reviews (or does `verb` in), and the one asked for; null when there are several and none was named. */
export async function reviewedDistrict(actor: Actor, code?: string, verb?: Verb) {
  const districts = await reviewedDistricts(actor, verb);
  if (districts.length === 0) forbidden();
  const chosen = code ? districts.find((place) => place.code === code || place.id === code) : districts[0];
  if (code && !chosen) forbidden();
  return { districts, district: districts.length === 1 || code ? (chosen ?? null) : null };
}
