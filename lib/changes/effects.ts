import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instructions } from "@/db/schema/instructions";
import { actions } from "@/db/schema/plans";
import type { Fields } from "./merge";
import type { RecordType } from "./registry";

type Effect = (tx: Transaction, subject: string, fields: Fields) => Promise<unknown>;

/**
 * Summaries kept with the change that moves them: an action's status, an instruction's answer (latest received
 * wins), whether a round's answers count. */
const effects: Partial<Record<RecordType, Effect>> = {
  progress: (tx, subject, fields) =>
    tx
      .update(actions)
      .set({
        status: String(fields.status),
        statusDate: String(fields.date),
        statusReportId: subject,
        statusReceivedAt: sql`now()`,
      })
      .where(eq(actions.id, String(fields.actionId))),
  answer: (tx, _subject, fields) =>
    tx
      .update(instructions)
      .set({ status: String(fields.kind), statusDate: String(fields.date) })
      .where(eq(instructions.id, String(fields.instructionId))),
  trustRound: async (tx, subject, fields) => {
    if (fields.closed) await tx.execute(sql`select trust_release(${subject})`);
  },
};

export async function afterWrite(
  tx: Transaction,
  type: RecordType,
  subject: string,
  fields: Fields,
): Promise<void> {
  await effects[type]?.(tx, subject, fields);
}
