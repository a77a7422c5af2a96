"use client";

import { liveQuery } from "dexie";
import { type DependencyList, useEffect, useState, useSyncExternalStore } from "react";
import type { FieldDatabase } from "@/lib/sync/database";
import { openedStore, watchStore } from "@/lib/sync/local-store";

/** The open store, or null; on the server always null. */
export function useOpenedStore() {
  return useSyncExternalStore(watchStore, openedStore, () => null);
}

/** Result of a query on this phone's store, kept up to date over all tabs; undefined until the first answer. */
export function useLive<T>(
  query: (db: FieldDatabase) => Promise<T>,
  dependencies: DependencyList,
): T | undefined {
  const db = useOpenedStore()?.db;
  const [value, setValue] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its query depends on, as with an effect.
  useEffect(() => {
    if (!db) return;
    const subscription = liveQuery(() => query(db)).subscribe({
      next: setValue,
      error: (error) => console.error(error),
    });
    return () => subscription.unsubscribe();
  }, [db, ...dependencies]);
  return value;
}
