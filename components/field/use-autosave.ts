"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { whileTyping } from "@/lib/sync/draft-writer";
import { localStore } from "@/lib/sync/local-store";

type Typed<T> = {
  readonly value: T;
  readonly save: (value: T) => unknown;
  pending: boolean;
  kept: boolean;
  /** The field was left: what is typed next was begun anew. */
  left: boolean;
};

/**
 * What a person types, shown at once and written down at every keystroke; the store takes it after a pause, on leaving
 * the field and on leaving the page. `saved` is what the store holds; it is shown again once it has taken in what was
 * typed. A `save` that keeps nothing returns undefined: what is kept shows again when the field is left.
 */
export function useAutosave<T>(saved: T, save: (value: T) => unknown) {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  const latest = useRef<Typed<T> | null>(null);
  const current = useRef({ saved, save });
  current.current = { saved, save };

  // Not before the store has answered: in between, a second tap would count from the old value.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the saved value is what is waited for.
  useEffect(() => {
    if (!latest.current?.pending) setTyped(null);
  }, [saved]);

  const change = useCallback((value: T) => {
    const before = latest.current;
    // The save of the moment typing began knows what the person had seen then.
    const saving = before?.pending && !before.left ? before.save : current.current.save;
    const mine: Typed<T> = { value, save: saving, pending: true, kept: true, left: false };
    latest.current = mine;
    setTyped(mine);
    const kept = whileTyping(() => saving(value));
    mine.kept = kept !== undefined;
    const answered = () => {
      mine.pending = false;
      if (mine.kept && Object.is(value, current.current.saved))
        setTyped((now) => (now === mine ? null : now));
    };
    void Promise.resolve(kept).finally(answered);
  }, []);

  const flush = useCallback(() => {
    const mine = latest.current;
    if (mine) mine.left = true;
    if (mine && !mine.kept) setTyped((now) => (now === mine ? null : now));
    return localStore.settle();
  }, []);

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
