import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, type Scope, withScope } from "@/db/client";
import { digestOf } from "@/lib/changes/digest";
import { parseEnvelope } from "@/lib/changes/parse";
import type { ChangeAnswer } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";

export const quarantineReasons = [
  "device_revoked",
  "account_closed",
  "unknown_device",
  "unsigned",
  "signature",
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

type Kept = Readonly<{
  change: unknown;
  reason: QuarantineReason;
  /** Whom the device is registered to, when its signature holds. */
  authorId: string | null;
  carrierId: string;
  /** Without one: a withdrawn phone that is signed out. */
  scope?: Scope;
}>;

/** Keeps the change for an administrator; sent again, it is told what became of it. */
export async function quarantine(kept: Kept): Promise<ChangeAnswer> {
  const { change, reason, authorId, carrierId, scope = emptyScope } = kept;
  const id = String((change as { id?: unknown } | null)?.id ?? "");
  try {
    parseEnvelope(change);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, status: "rejected", code: error.code, details: error.details };
  }
  const text = JSON.stringify(change);
  const [row] = await withScope(scope, (tx) =>
    tx.execute<{ kept: { state: string; why?: string } }>(
      sql`select quarantine_change(${text}::jsonb, ${digestOf(change as object)}, ${reason}, ${authorId}::uuid, ${carrierId}::uuid) as kept`,
    ),
  );
  const { state, why } = row?.kept ?? { state: "full" };
  if (state === "full") return { id, status: "rejected", code: "throttled", details: { reason } };
  if (state === "discarded") return { id, status: "rejected", code: "discarded", details: { reason, why } };
  if (state === "released") return { id, status: "duplicate" };
  return { id, status: "quarantined", details: { reason } };
}
