/** How often a part is asked in one run, and how long the pauses between are. */
export const mostTries = 5;
const firstPause = 5_000;
const longestAsked = 3600;

/** Milliseconds until a part is asked again: four times longer each time, up to a quarter less so that not all come at once. */
export function pauseBefore(tries: number, random: number): number {
  return Math.round(firstPause * 4 ** (tries - 1) * (1 - random / 4));
}

/** Seconds that a `Retry-After` asks for (a number or a date), an hour at most; null when it asks for nothing. */
export function retryAfter(text: string | undefined, now: Date): number | null {
  if (!text) return null;
  const seconds = /^\d+$/.test(text.trim())
    ? Number(text)
    : Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 1), longestAsked);
}
