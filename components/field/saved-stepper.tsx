"use client";

import { Stepper } from "../ui/stepper";
import { useAutosave } from "./use-autosave";

type Props = { label: string; value: number; max?: number; onSave: (value: number) => unknown };

/** A count that is saved while it is tapped or typed; quick taps all count. */
export function SavedStepper({ label, value, max, onSave }: Props) {
  const draft = useAutosave(value, onSave);
  return <Stepper label={label} value={draft.value} max={max} onChange={draft.change} />;
}
