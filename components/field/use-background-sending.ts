"use client";

import { useEffect } from "react";
import { askBackgroundSync, onSendAsked } from "@/lib/offline/register";
import { localStore, openedStore } from "@/lib/sync/local-store";
import { useSyncState } from "./store-hooks";

/** While something waits, the browser is asked to wake this phone's sending as soon as there is a network. */
export function useBackgroundSending(): void {
  const waits = useSyncState().unsent > 0;
  useEffect(() => {
    if (waits) void askBackgroundSync();
  }, [waits]);
  useEffect(() => onSendAsked(() => openedStore() && void localStore.syncNow()), []);
}
