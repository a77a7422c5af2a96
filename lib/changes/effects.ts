import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instructions } from "@/db/schema/instructions";
import { mentees } from "@/db/schema/mentorship";
import { actions } from "@/db/schema/plans";
import { freezePublication, withdrawPublication } from "@/lib/published/freeze";
import type { Fields } from "./merge";
import type { RecordType } from "./registry";
import type { Operation } from "./schema";

type Written = Readonly<{ type: RecordType; operation: Operation; subject: string; fields: Fields }>;
type Effect = (tx: Transaction, subject: string, fields: Fields) => Promise<unknown>;

/**
 * Summaries kept with the change that moves them: an action's status, an instruction's answer (latest received
 * wins), how a mentee stands, whether a round's answers count, what a publication says. */
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
  menteeStatus: (tx, _subject, fields) =>
    tx
      .update(mentees)
      .set({
        status: String(fields.status),
        statusDate: String(fields.date),
        statusUntil: fields.until ? String(fields.until) : null,
      })
      .where(eq(mentees.id, String(fields.menteeId))),
  publication: (tx, subject, fields) => freezePublication(tx, subject, fields as never),
  withdrawal: (tx, _subject, fields) => withdrawPublication(tx, fields as never),
  trustRound: async (tx, subject, fields) => {
    if (fields.closed) await tx.execute(sql`select trust_release(${subject})`);
  },
};

/** Values kept beside their report, after whatever is done to it: db/sql/after/80-indicators.sql. */
const indexes: Partial<Record<RecordType, Effect>> = {
  report: (tx, subject) => tx.execute(sql`select index_report(${subject})`),
  verification: (tx, _subject, fields) => tx.execute(sql`select index_report(${String(fields.reportId)})`),
};

export async function afterWrite(
  tx: Transaction,
  { type, operation, subject, fields }: Written,
): Promise<void> {
  if (operation === "record") await effects[type]?.(tx, subject, fields);
  await indexes[type]?.(tx, subject, fields);
}
