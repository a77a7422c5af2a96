import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import { places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { auditWithin } from "@/lib/changes/audit";
import { AppError } from "@/lib/errors";

export const Reviewed = z.object({ placeId: z.uuid() });

/** A person who knows the place has looked: what the list says stands. Repeating it changes nothing. */
export async function confirmPlace(actor: Actor, { placeId }: z.infer<typeof Reviewed>): Promise<void> {
  requireCan(actor, "place.manage");
  await withScope(actor.scope, async (tx) => {
    const doubted = and(eq(places.id, placeId), eq(places.needsReview, true));
    const [row] = await tx.select({ reasons: places.reviewReasons }).from(places).where(doubted);
    if (!row) {
      const [known] = await tx.select({ id: places.id }).from(places).where(eq(places.id, placeId));
      if (!known) throw new AppError("not_found");
      return;
    }
    await tx.update(places).set({ needsReview: false, updatedAt: sql`now()` }).where(eq(places.id, placeId));
    const place = { districtId: null, villageId: null };
    const id = randomUUID();
    await auditWithin(tx, actor, {
      id,
      kind: "placeChange.record",
      subject: id,
      place,
      fields: { placeId, confirmed: row.reasons },
    });
  });
}
