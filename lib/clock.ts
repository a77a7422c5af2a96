const moved = globalThis as { connectClockOffset?: number };

/** The only reader of the clock, so that a test or a demonstration can say what time it is. */
export function now(): Date {
  return new Date(Date.now() + (moved.connectClockOffset ?? 0));
}

/** From now on it is that instant and time goes on from there; kept outside modules because Next loads them twice. */
export function startClockAt(iso: string): void {
  moved.connectClockOffset = Date.parse(iso) - Date.now();
}

const vientianeOffset = 7 * 3_600_000;

/** The day in Vientiane (UTC+7, no summer time), `YYYY-MM-DD`. */
export function today(): string {
  return new Date(now().getTime() + vientianeOffset).toISOString().slice(0, 10);
}
