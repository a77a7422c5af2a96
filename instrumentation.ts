import { startClockAt } from "@/lib/clock";
import { env } from "@/lib/env";

/** Runs once when the server starts: a wrong environment stops it here, not at the first request. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { CONNECT_MODE, CONNECT_NOW } = env();
  if (CONNECT_NOW && CONNECT_MODE === "demonstration") startClockAt(CONNECT_NOW);
}
