"use client";

import type { ReactNode } from "react";
import { Segments } from "../ui/segments";
import { useSavedChoice } from "./use-autosave";

type Props<T extends string> = {
  name: string;
  label: string;
  options: readonly { value: T; label: ReactNode; className?: string }[];
  /** Null while nothing is chosen. */
  value: T | null;
  onSave: (value: T) => unknown;
};

/** One of a few, shown at once and saved behind it. */
export function SavedSegments<T extends string>({ value, onSave, ...segments }: Props<T>) {
  const draft = useSavedChoice<T | null>(value, (next) => next && onSave(next));
  return <Segments {...segments} value={draft.value ?? ("" as T)} onChange={draft.choose} />;
}
