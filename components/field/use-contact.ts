"use client";

import { useEffect } from "react";
import { now } from "@/lib/clock";
import { type Away, countAway, daysAway, mayCapture } from "@/lib/offline/contact";
import { readKnown, writeKnown } from "@/lib/sync/database";
import { useKnown } from "./store-hooks";
import { useOpenedStore } from "./use-live";

const hourMs = 3_600_000;

/** Counts, while the screens are open and whenever they open, how long the server has not been met. */
export function useCountingDays(): void {
  const db = useOpenedStore()?.db;
  const contact = `${useKnown("lastPulledAt") ?? ""} ${useKnown("lastReceivedAt") ?? ""}`;
  useEffect(() => {
    if (!db) return;
    const count = () =>
      void db
        .transaction("rw", db.known, async () => {
          const told = [await readKnown(db, "lastPulledAt"), await readKnown(db, "lastReceivedAt")].join(" ");
          await writeKnown(db, "away", countAway(await readKnown<Away>(db, "away"), told, now()));
        })
        .catch(() => null);
    // Asked for again with every exchange: `contact` has changed then.
    if (contact) count();
    const timer = setInterval(count, hourMs);
    document.addEventListener("visibilitychange", count);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", count);
    };
  }, [db, contact]);
}

export function useContact(): { mayCapture: boolean; days: number } {
  const away = useKnown("away");
  return { mayCapture: mayCapture(away), days: daysAway(away) };
}
