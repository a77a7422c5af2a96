/**
 * The same day so many calendar months later; where that month is shorter, its last day (31 August + 6 = 28 or 29
 * February). Always counted from the first date, never from a shortened one: 31 January + 2 is 31 March.
 * @throws RangeError when `iso` is no day of the calendar or `months` is not whole
 */
export function addMonths(iso: string, months: number): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`no such day: ${iso}`);
  if (!Number.isInteger(months)) throw new RangeError("months are whole");
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  return [
    String(toYear).padStart(4, "0"),
    String(toMonth).padStart(2, "0"),
    String(toDay).padStart(2, "0"),
  ].join("-");
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
