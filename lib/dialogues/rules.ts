import { daysBetween } from "@/lib/i18n/format";

type Held = Readonly<{ date: string; nextDate?: string | null }>;

/** The date that the newest dialogue agreed for the next one, and by how many days it is over; null when none was agreed. */
export function nextDialogue(
  held: readonly Held[],
  today: string,
): { date: string; daysLate: number } | null {
  const newest = [...held].sort((a, b) => b.date.localeCompare(a.date))[0];
  if (!newest?.nextDate) return null;
  return { date: newest.nextDate, daysLate: Math.max(0, daysBetween(newest.nextDate, today)) };
}
