"use client";

import { useEffect } from "react";
import { lockStore } from "@/lib/sync/local-store";

const idleMs = 5 * 60_000;
const lookMs = 10_000;
const signs = ["pointerdown", "keydown", "scroll"] as const;

/** Locks after five minutes in which nobody touched the phone; also when it slept meanwhile. */
export function useAutoLock(hasPin: boolean): void {
  useEffect(() => {
    if (!hasPin) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (Date.now() - touched >= idleMs) void lockStore();
    };
    const timer = setInterval(look, lookMs);
    for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, touch, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, [hasPin]);
}
