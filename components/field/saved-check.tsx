"use client";

import type { ReactNode } from "react";
import { CheckField } from "../form/check-cards";
import { useSavedChoice } from "./use-autosave";

type Props = { name: string; label: ReactNode; checked: boolean; onSave: (checked: boolean) => unknown };

/** A yes-or-no card that shows its tick at once and is saved behind it. */
export function SavedCheck({ name, label, checked, onSave }: Props) {
  const { value, choose } = useSavedChoice(checked, onSave);
  return (
    <CheckField
      name={name}
      label={label}
      checked={value}
      onChange={(event) => choose(event.target.checked)}
    />
  );
}
