import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { places } from "@/db/schema/places";
import type { Whereabouts } from "@/lib/access/can";
import { AppError } from "@/lib/errors";

/** The district and village of a change's place in today's tree. */
export async function whereaboutsOf(tx: Transaction, place: string | null): Promise<Whereabouts> {
  if (place === null) return { districtId: null, villageId: null };
  const [row] = await tx
    .select({ level: places.level, districtId: places.districtId })
    .from(places)
    .where(eq(places.id, place));
  if (!row?.districtId) throw new AppError("invalid", { field: "place" });
  return { districtId: row.districtId, villageId: row.level === "village" ? place : null };
}
