import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { withScope } from "@/db/client";
import { places } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { id } from "@/lib/changes/fields";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { PartnerActivityFields } from "./schema";

export const SaveActivity = PartnerActivityFields.extend({ ...formOfRecord, subject: id }).refine(
  ({ from, to }) => !to || from <= to,
  { path: ["to"] },
);

/** What a partner does; a district brings its province with it. */
export async function saveActivity(actor: Actor, input: z.infer<typeof SaveActivity>): Promise<void> {
  requireCan(actor, "rollout.record");
  const { changeId, seen: versions, subject, ...fields } = input;
  await withScope(actor.scope, async (tx) => {
    const { districtId } = fields;
    if (districtId) {
      const [district] = await tx
        .select({ provinceId: places.provinceId })
        .from(places)
        .where(and(eq(places.id, districtId), eq(places.level, "district")));
      if (!district?.provinceId) throw new AppError("invalid", { fields: { districtId: "unknown" } });
      fields.provinceId = district.provinceId;
    }
    await saveRecord(tx, actor, { type: "partnerActivity", subject, fields, versions, changeId });
  });
}
