/** The only reader of the clock, so that a test can say what time it is. */
export function now(): Date {
  return new Date(Date.now());
}

const vientianeOffset = 7 * 3_600_000;

/** The day in Vientiane (UTC+7, no summer time), `YYYY-MM-DD`. */
export function today(): string {
  return new Date(now().getTime() + vientianeOffset).toISOString().slice(0, 10);
}
