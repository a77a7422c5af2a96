import type { Consent } from "./schema";

type Answer = Pick<Consent, "use" | "given" | "date" | "until" | "withdrawnOn">;

/**
 * Has the village agreed to this use, and not taken it back? The newest answer counts (the same as the database's
 * `consent_stands`). `day` is today as `YYYY-MM-DD`.
 */
export function consentStands(answers: readonly Answer[], use: Consent["use"], day: string): boolean {
  const newest = answers
    .filter((answer) => answer.use === use)
    .reduce<Answer | null>((latest, one) => (latest && latest.date > one.date ? latest : one), null);
  if (!newest?.given) return false;
  return (!newest.withdrawnOn || newest.withdrawnOn > day) && (!newest.until || newest.until >= day);
}
