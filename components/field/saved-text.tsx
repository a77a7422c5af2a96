"use client";

import { TextArea, TextField } from "../form/text-field";
import { useAutosave } from "./use-autosave";

type Props = {
  name: string;
  id?: string;
  label: string;
  help?: string;
  value: string | null | undefined;
  onSave: (value: string | null) => unknown;
  long?: boolean;
  optional?: boolean;
  placeholder?: string;
  /** An emptied field is kept as it was, for text that a record must have. */
  required?: boolean;
};

/** A text that is saved while it is typed. */
export function SavedText({ value, onSave, long, required, optional = true, ...field }: Props) {
  const draft = useAutosave(value ?? "", (text) => {
    if (required && text.trim() === "") return;
    return onSave(text === "" && !required ? null : text);
  });
  const common = {
    ...field,
    optional,
    value: draft.value,
    onChange: (event: { target: { value: string } }) => draft.change(event.target.value),
    onBlur: () => void draft.flush(),
  };
  return long ? <TextArea rows={3} {...common} /> : <TextField autoComplete="off" {...common} />;
}
