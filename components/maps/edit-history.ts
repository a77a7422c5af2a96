"use client";

import { useCallback, useRef, useState } from "react";

/** One thing a person did on the map, with the way back. `what` is said aloud: "moved School". */
export type Edit = Readonly<{
  what: string;
  apply: () => Promise<unknown>;
  revert: () => Promise<unknown>;
  /** Keystrokes in one text are one thing: edits that follow each other under one name are taken back together. */
  typing?: string;
}>;
type Told = Readonly<{ kind: "undone" | "redone"; what: string }>;

const longest = 100;

/** Undo and redo of the own edits of this visit to the map. Each step is a change like any other, so nothing is rewritten. */
export function useEditHistory() {
  const done = useRef<Edit[]>([]);
  const undone = useRef<Edit[]>([]);
  const [counts, setCounts] = useState({ done: 0, undone: 0 });
  const [told, setTold] = useState<Told | null>(null);
  const count = useCallback(
    () => setCounts({ done: done.current.length, undone: undone.current.length }),
    [],
  );

  const run = useCallback(
    async (edit: Edit) => {
      await edit.apply();
      const last = done.current.at(-1);
      const more = edit.typing !== undefined && edit.typing === last?.typing;
      done.current = more
        ? [...done.current.slice(0, -1), { ...edit, revert: last.revert }]
        : [...done.current, edit].slice(-longest);
      undone.current = [];
      setTold(null);
      count();
    },
    [count],
  );
  const undo = useCallback(async () => {
    const edit = done.current.pop();
    if (!edit) return;
    await edit.revert();
    undone.current.push(edit);
    setTold({ kind: "undone", what: edit.what });
    count();
  }, [count]);
  const redo = useCallback(async () => {
    const edit = undone.current.pop();
    if (!edit) return;
    await edit.apply();
    done.current.push(edit);
    setTold({ kind: "redone", what: edit.what });
    count();
  }, [count]);
  return { run, undo, redo, canUndo: counts.done > 0, canRedo: counts.undone > 0, told };
}
