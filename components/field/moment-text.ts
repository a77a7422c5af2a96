import { today } from "@/lib/clock";
import { daysBetween, formatDate, formatTime, relativeDays } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/routing";

const vientianeOffset = 7 * 3_600_000;
const dayOf = (moment: string) => new Date(Date.parse(moment) + vientianeOffset).toISOString().slice(0, 10);

/** A moment as one says it on the same or the next day: `today 14:05`, `yesterday 17:40`, else with its date. */
export function momentText(moment: string, locale: Locale): string {
  const day = dayOf(moment);
  const near = Math.abs(daysBetween(day, today())) <= 1;
  return `${near ? relativeDays(day, today(), locale) : formatDate(day, locale)} ${formatTime(moment)}`;
}
