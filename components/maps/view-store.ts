"use client";

import { useState, useSyncExternalStore } from "react";
import type { MapView } from "@/components/map/map-canvas";

export type ViewStore = Readonly<{
  get: () => MapView | null;
  set: (view: MapView) => void;
  subscribe: (changed: () => void) => () => void;
}>;

/** Where the map looks, outside React's state: a pan must not draw the whole screen again, only what shows the place. */
export function useViewStore(): ViewStore {
  const [store] = useState(() => {
    let view: MapView | null = null;
    const listeners = new Set<() => void>();
    return {
      get: () => view,
      set: (next: MapView) => {
        view = next;
        for (const listener of listeners) listener();
      },
      subscribe: (changed: () => void) => {
        listeners.add(changed);
        return () => void listeners.delete(changed);
      },
    };
  });
  return store;
}

export const useView = (store: ViewStore) => useSyncExternalStore(store.subscribe, store.get, () => null);
