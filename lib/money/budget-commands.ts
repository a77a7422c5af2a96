import "server-only";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { id } from "@/lib/changes/fields";
import { formOfRecord, saveRecord } from "@/lib/changes/save-record";
import { AppError } from "@/lib/errors";
import { BudgetFields, budgetContradiction } from "./schema";

const number = z.coerce.number();
const kip = number.pipe(z.number().int().min(0).max(9_000_000_000_000)).optional();

export const SaveBudget = BudgetFields.extend({
  ...formOfRecord,
  subject: id,
  year: number.pipe(BudgetFields.shape.year),
  /** Of a district's line. */
  districtId: id.optional(),
  /** Of a province's line; neither of the two is the nation's. */
  provinceId: id.optional(),
  plannedKip: kip,
  approvedKip: kip,
  disbursedKip: kip,
  spentKip: kip,
});

/** A line of a district by the province that covers it, of a province or the nation by the ministry. */
export async function saveBudget(actor: Actor, input: z.infer<typeof SaveBudget>): Promise<void> {
  const { changeId, seen: versions, subject, districtId, provinceId, ...fields } = input;
  if (budgetContradiction(fields)) throw new AppError("invalid", { fields: { spentKip: "workshops" } });
  if (districtId) requireCan(actor, "budget.record");
  else if (!can(actor, "budget.recordNational"))
    throw new AppError("invalid", { fields: { districtId: "required" } });
  await withScope(actor.scope, (tx) =>
    districtId
      ? saveRecord(tx, actor, { type: "budget", subject, place: districtId, fields, versions, changeId })
      : saveRecord(tx, actor, {
          type: "nationalBudget",
          subject,
          fields: { ...fields, provinceId: provinceId ?? null },
          versions,
          changeId,
        }),
  );
}
