"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const pauseMs = 400;

/**
 * What a person types, shown at once and saved after a pause of 400 ms, on leaving the field and on leaving the page.
 * `saved` is what the store holds; it is shown again once it has taken in what was typed. A `save` that keeps nothing
 * returns undefined.
 */
export function useAutosave<T>(saved: T, save: (value: T) => unknown) {
  const [typed, setTyped] = useState<{ value: T } | null>(null);
  const waiting = useRef<{ value: T; save: (value: T) => unknown } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saver = useRef(save);
  saver.current = save;

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const taken = waiting.current;
    if (!taken) return;
    waiting.current = null;
    const result = await taken.save(taken.value);
    if (result === undefined) setTyped((now) => (now === taken ? null : now));
  }, []);

  // Not before the store has answered: in between, a second tap would count from the old value.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the saved value is what is waited for.
  useEffect(() => {
    if (!waiting.current) setTyped(null);
  }, [saved]);

  const change = useCallback(
    (value: T) => {
      // The save of the moment typing began knows what the person had seen then.
      waiting.current = { value, save: waiting.current?.save ?? saver.current };
      setTyped(waiting.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  useEffect(() => {
    const leave = () => void flush();
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      void flush();
    };
  }, [flush]);

  return { value: typed ? typed.value : saved, change, flush };
}

/** The same for a choice: shown at once, saved at once. */
export function useSavedChoice<T>(saved: T, save: (value: T) => unknown) {
  const draft = useAutosave(saved, save);
  const choose = (value: T) => {
    draft.change(value);
    void draft.flush();
  };
  return { value: draft.value, choose };
}
