"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { FormErrors } from "./form-errors";
import { SubmitButton } from "./submit-button";

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  /** What pressing the button brings about. */
  help: string;
  children: ReactNode;
} & Pick<ComponentProps<typeof SubmitButton>, "kind" | "icon">;

/** One button that does one thing, its effect said before. */
export function ActionForm({ action, hidden, help, children, ...button }: Props) {
  const errors = useTranslations("errors");
  const [state, run] = useActionState(action, idleForm);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="sm">{help}</p>
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}
