import "server-only";
import { sql } from "drizzle-orm";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { z } from "zod";
import { emptyScope, withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { now, today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { personalData } from "./personal-data";
import type { DecideWords, SayVoice } from "./schema";

// Neighbours share an address: a village meeting may answer together, a machine may not answer all night.
const limiter = new RateLimiterMemory({ points: 60, duration: 600 });

type Outcome = "taken" | "closed" | "unknown" | "full" | "busy" | "telephone" | "address";

/** Takes what somebody who holds the link says of an action; counted by network in memory only, kept nowhere. */
export async function sayVoice(token: string, said: SayVoice, ipPrefix: string): Promise<Outcome> {
  const allowed = await limiter.consume(ipPrefix).then(
    () => true,
    () => false,
  );
  if (!allowed) return "busy";
  const found = personalData(said.words);
  if (found) return found;
  const [row] = await withScope(emptyScope, (tx) =>
    tx.execute<{ outcome: Outcome }>(sql`
      select say_voice(${said.id}, ${token}, ${said.action}, ${said.said === "done"}, ${said.words || null}::text,
        ${today()}, ${now().toISOString()}) as outcome`),
  );
  return row?.outcome ?? "closed";
}

/** Passes a villager's words on, or withholds them; a later decision replaces an earlier one. */
export async function decideWords(
  actor: Actor,
  { voice, state }: z.infer<typeof DecideWords>,
): Promise<void> {
  await withScope(actor.scope, async (tx) => {
    const [found] = await tx.execute<{ districtId: string; villageId: string | null }>(sql`
      select district_id as "districtId", village_id as "villageId" from voice_words where voice_id = ${voice}`);
    if (!found) throw new AppError("not_found");
    requireCan(actor, "voice.moderate", found);
    await tx.execute(sql`
      update voice_words set state = ${state}, decided_at = ${now().toISOString()}, decided_by = ${actor.userId}
      where voice_id = ${voice}`);
  });
}
