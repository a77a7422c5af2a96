const dayMs = 86_400_000;

/** Recording goes on for so many days without the server, then the phone is for reading until it has met it once. */
export const captureDays = 30;

/**
 * How long this phone has been without the server. Its clock may be wrong by years and may be set back: only time that
 * it saw pass forwards counts, and only from one look to the next.
 */
export type Away = Readonly<{ contact: string; seenAt: string; awayMs: number }>;

/** `contact` names the last exchange with the server, whatever the clock said then: another one starts anew. */
export function countAway(before: Away | null, contact: string, now: Date): Away {
  const seenAt = now.toISOString();
  if (!before || before.contact !== contact) return { contact, seenAt, awayMs: 0 };
  const passed = Math.max(0, now.getTime() - Date.parse(before.seenAt));
  return { contact, seenAt, awayMs: before.awayMs + passed };
}

export const daysAway = (away: Away | null | undefined) => Math.floor((away?.awayMs ?? 0) / dayMs);
export const mayCapture = (away: Away | null | undefined) => daysAway(away) < captureDays;
