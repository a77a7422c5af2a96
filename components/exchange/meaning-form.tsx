"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/components/form/form-errors";
import { SubmitButton } from "@/components/form/submit-button";
import { rememberIdAction } from "@/lib/exchange/actions";
import { idleForm } from "@/lib/form-state";

export type IdOfImport = Readonly<{
  importId: string;
  kind: "unit" | "element";
  externalId: string;
  combo?: string;
}>;

/** Says what one id of the file is. `meaning` fixed, or chosen in `children`. */
export function MeaningForm({
  of,
  meaning,
  label,
  spoken,
  quiet,
  children,
}: {
  of: IdOfImport;
  meaning?: string;
  label: string;
  /** The button's name for who does not see what it stands beside. */
  spoken?: string;
  quiet?: boolean;
  children?: ReactNode;
}) {
  const errors = useTranslations("errors");
  const [state, run] = useActionState(rememberIdAction, idleForm);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {meaning && <input type="hidden" name="meaning" value={meaning} />}
      <div className="row wrap items-end">
        {children}
        <SubmitButton kind={quiet ? "quiet" : "plain"} aria-label={spoken}>
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
