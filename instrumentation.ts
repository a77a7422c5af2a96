import { startClockAt } from "@/lib/clock";
import { env } from "@/lib/env";

/** Runs once when the server starts: a wrong environment stops it here, not at the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { CONNECT_MODE, CONNECT_NOW, SMTP_URL, MAIL_FROM, PUBLIC_URL } = env();
    if (CONNECT_NOW && CONNECT_MODE === "demonstration") startClockAt(CONNECT_NOW);
    const { startPulls } = await import("@/lib/exchange/pull/schedule");
    startPulls();
    if (!SMTP_URL || !MAIL_FROM || CONNECT_MODE !== "production") return;
    const { startDigests } = await import("@/lib/attention/digest-schedule");
    startDigests({ server: SMTP_URL, from: MAIL_FROM, address: PUBLIC_URL ?? null });
  }
}
