/** Calendar months as `yyyymm`. */
const index = (period: number) => Math.floor(period / 100) * 12 + (period % 100) - 1;
const fromIndex = (months: number) => Math.floor(months / 12) * 100 + (months % 12) + 1;

export const monthOf = (day: string): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
export const addMonths = (period: number, months: number): number => fromIndex(index(period) + months);

/** So many months up to and with `last`, oldest first. */
export const monthsUntil = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => addMonths(last, at - count + 1));

/** The month before the one in which `day` lies: the newest that is over. */
export const lastFullMonth = (day: string): number => addMonths(monthOf(day), -1);

/** Its first day as an ISO date, for the formatter. */
export const firstDay = (period: number): string =>
  `${Math.floor(period / 100)}-${String(period % 100).padStart(2, "0")}-01`;

/** Calendar quarters that end with `last`'s, oldest first, each by its three months. */
export function quartersUntil(last: number, count: number): number[][] {
  const end = index(last) - (index(last) % 3) + 2;
  return Array.from({ length: count }, (_, at) => {
    const first = end - 2 - (count - 1 - at) * 3;
    return [fromIndex(first), fromIndex(first + 1), fromIndex(first + 2)];
  });
}
