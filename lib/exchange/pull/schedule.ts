import "server-only";
import { log } from "@/lib/log";
import { pullDue } from "./runner";

const everyMs = 60_000;

/** Kept outside modules, which Next loads twice: one run at a time in this process. Among several the database decides. */
const held = globalThis as { connectPulling?: Promise<void> };

/** Looks now whether something is waiting or due. */
export function lookForPulls(): Promise<void> {
  held.connectPulling ??= pullDue()
    .then((runs) => {
      if (runs > 0) log.info({ runs }, "values fetched");
    })
    .catch((error) => log.error({ err: error }, "values could not be fetched"))
    .finally(() => {
      held.connectPulling = undefined;
    });
  return held.connectPulling;
}

export function startPulls(): void {
  setInterval(lookForPulls, everyMs).unref();
  void lookForPulls();
}
