import "server-only";
import { forbidden } from "next/navigation";
import type { Actor } from "@/lib/access/actor";
import { rolesTable } from "@/lib/access/roles";

import { type PlaceView, placesByIds } from "@/lib/places/queries";

/** The districts this actor reviews, and the one asked for; null when there are several and none was named. */
export async function reviewedDistrict(actor: Actor, code?: string) {
  const ids = actor.assignments
    .filter(({ role }) => rolesTable[role].includes("district.review"))
    .flatMap(({ districtIds }) => districtIds);
  const districts: PlaceView[] = await placesByIds(actor, [...new Set(ids)]);
  if (districts.length === 0) forbidden();
  const chosen = code ? districts.find((place) => place.code === code || place.id === code) : districts[0];
  if (code && !chosen) forbidden();
  return { districts, district: districts.length === 1 || code ? (chosen ?? null) : null };
}
