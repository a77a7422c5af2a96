"use client";

import { type ReactNode, useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { useFieldFaults } from "./field-faults";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  kind?: "plain" | "danger" | "quiet";
  label?: string;
  help?: string;
  children: ReactNode;
};

/** One button that does one thing, with what it does said before it and what went wrong above it. */
export function ActForm({ action, hidden, kind = "plain", label, help, children }: Props) {
  const [state, run] = useActionState(action, { status: "idle" });
  const faults = useFieldFaults(state);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={faults.message ?? faults.list[0]?.message} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {help && <p className="sm">{help}</p>}
      <SubmitButton kind={kind} aria-label={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
