import "server-only";
import { setTimeout } from "node:timers/promises";

let paced = false;
let quickest = Number.POSITIVE_INFINITY;
const longestRest = 1000;

/** From now on chunks of this process leave room for those who wait. */
export function beginPacing(): void {
  paced = true;
}

/** A value that takes more than twice as long as at the best of times says that others need the machine: they get as long. */
export async function rest(ms: number, values: number): Promise<void> {
  if (!paced || values === 0) return;
  quickest = Math.min(quickest, ms / values);
  const late = Math.min(longestRest, ms - 2 * quickest * values);
  if (late > 0) await setTimeout(late);
}
