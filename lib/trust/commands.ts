import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { instruments, trustBatches } from "@/db/schema/trust";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { openSealed } from "@/lib/access/programme-key";
import { AppError } from "@/lib/errors";
import { answerRow } from "./answer-row";
import { faultOf } from "./rules";
import { type Instrument, TrustAnswer, type TrustDelivery } from "./schema";

export type Delivered = Readonly<{ status: "taken" | "duplicate" }>;

/**
 * The sealed interviews of a batch that its author announced. Opened, tried item by item against their version of the
 * instrument and handed to the database, which keeps them without batch, author or time. The same again counts once.
 */
export function receiveBatch(actor: Actor, { batch: id, sealed }: TrustDelivery): Promise<Delivered> {
  return withScope(actor.scope, async (tx) => {
    const batch = await announced(tx, actor, id);
    if (createHash("sha256").update(JSON.stringify(sealed)).digest("hex") !== batch.sha256)
      throw new AppError("invalid", { field: "sha256" });
    const answers = sealed.map((one) => opened(one, batch.roundId));
    const rows = await rowsOf(tx, answers);
    const [row] = await tx.execute<{ taken: boolean }>(
      sql`select trust_take(${id}, ${JSON.stringify(rows)}::jsonb) as taken`,
    );
    return { status: row?.taken ? "taken" : "duplicate" };
  });
}

async function announced(tx: Transaction, actor: Actor, id: string) {
  const [batch] = await tx
    .select()
    .from(trustBatches)
    .where(and(eq(trustBatches.id, id), isNull(trustBatches.deletedAt)));
  if (!batch) throw new AppError("not_found");
  requireCan(actor, "trust.record", batch);
  if (batch.createdBy !== actor.userId) throw new AppError("forbidden");
  return batch;
}

function opened(sealed: string, roundId: string): TrustAnswer {
  const parsed = TrustAnswer.safeParse(openSealed(sealed));
  if (!parsed.success) throw new AppError("invalid", { reason: "answer" });
  if (parsed.data.roundId !== roundId) throw new AppError("invalid", { reason: "round" });
  return parsed.data;
}

type Known = Pick<Instrument, "scale" | "items"> & { id: string };

async function rowsOf(tx: Transaction, answers: readonly TrustAnswer[]) {
  const ids = [...new Set(answers.map(({ instrumentId }) => instrumentId))];
  const found = await tx.select().from(instruments).where(inArray(instruments.id, ids));
  const known = new Map(found.map((one) => [one.id, one as unknown as Known]));
  return answers.map((answer) => {
    const instrument = known.get(answer.instrumentId);
    const fault = instrument ? faultOf(instrument, answer.values) : "instrument";
    if (!instrument || fault) throw new AppError("invalid", { reason: fault });
    return answerRow(instrument, answer);
  });
}
