import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, withScope } from "@/db/client";
import { type Actor, type Assignment, mintActor } from "./actor";

/** A governor's office whose week has not been sent yet, with the places of today. */
export type DigestReader = Readonly<{ actor: Actor; email: string; locale: "lo" | "en" }>;

type Found = {
  userId: string;
  displayName: string;
  office: string;
  email: string;
  locale: "lo" | "en";
  assignments: Assignment[];
};

/** Takes the next one for this week, so that nobody else does; null when there is none left. */
export async function nextDigestReader(week: string): Promise<DigestReader | null> {
  const [row] = await withScope(emptyScope, (tx) =>
    tx.execute<{ found: Found | null }>(sql`select digest_next(${week}::date) as found`),
  );
  if (!row?.found) return null;
  const { email, locale, ...person } = row.found;
  return { actor: mintActor({ ...person, sessionId: null }), email, locale };
}

/** It went out; or it did not, and is tried again in an hour, three times at most. */
export async function digestSent({ actor }: DigestReader, week: string, sent: boolean): Promise<void> {
  await withScope(emptyScope, (tx) =>
    tx.execute(sql`select digest_settled(${actor.userId}::uuid, ${week}::date, ${sent})`),
  );
}
