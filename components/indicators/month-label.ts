/** `11/26` for 202611: months in numbers, as on the axes. */
export const monthLabel = (period: number): string =>
  `${period % 100}/${String(Math.floor(period / 100)).slice(2)}`;
