import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Whereabouts } from "@/lib/access/can";
import { AppError } from "@/lib/errors";
import { lockRecord } from "./append";
import type { Fields } from "./merge";
import { definitionOf, type RecordType } from "./registry";

type Child = Readonly<{ type: RecordType; place: Whereabouts }>;

export const parentField = (type: RecordType) => definitionOf(type).parent?.field ?? "";

/** True when it has not arrived yet; throws when it is not one that this record may belong to. */
export async function parentMissing(
  tx: Transaction,
  { type, place }: Child,
  fields: Fields,
): Promise<boolean> {
  const { parent } = definitionOf(type);
  if (!parent) return false;
  const id = String(fields[parent.field]);
  const row = (await parentRow(tx, id)) ?? (await parentArriving(tx, id));
  if (!row) {
    const [known] = await tx.execute<{ exists: boolean }>(sql`select subject_exists(${id}) as exists`);
    if (known?.exists) throw new AppError("forbidden");
    return true;
  }
  const fits =
    row.type === parent.type && row.district_id === place.districtId && row.village_id === place.villageId;
  if (!fits) throw new AppError("invalid", { field: parent.field });
  return false;
}

type Parent = { type: string; district_id: string | null; village_id: string | null };

async function parentRow(tx: Transaction, id: string): Promise<Parent | undefined> {
  const [row] = await tx.execute<Parent>(
    sql`select type, district_id, village_id from subjects where id = ${id}`,
  );
  return row;
}

/** It may be on its way in this very moment: wait for that, or its arrival would not see what is held for it. */
async function parentArriving(tx: Transaction, id: string): Promise<Parent | undefined> {
  await lockRecord(tx, id);
  return parentRow(tx, id);
}
