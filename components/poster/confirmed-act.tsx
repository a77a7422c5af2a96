"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { SubmitButton } from "../form/submit-button";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Sheet } from "../ui/sheet";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Made when the question is put: ids, and what must not be known before. */
  hidden: () => Readonly<Record<string, string>>;
  danger?: boolean;
  words: Readonly<{ button: string; title: string; effect: string; confirm: string }>;
};

/** Something that reaches others: its effect is said first, the safe choice comes first, the act is named on its button. */
export function ConfirmedAct({ action, hidden, danger, words }: Props) {
  const t = useTranslations("poster.link");
  const [asked, setAsked] = useState<Readonly<Record<string, string>> | null>(null);
  const [state, run] = useActionState<FormState, FormData>(action, idleForm);
  const close = () => setAsked(null);
  return (
    <>
      <Button kind={danger ? "danger" : "plain"} onClick={() => setAsked(hidden())}>
        {words.button}
      </Button>
      <Sheet open={asked !== null && state.status !== "done"} onClose={close} title={words.title}>
        <form action={run} className="stack">
          {state.status === "failed" && (
            <Notice tone="late" live="assertive">
              {t("failed")}
            </Notice>
          )}
          <p>{words.effect}</p>
          {Object.entries(asked ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="row wrap">
            <Button onClick={close}>{t("keep")}</Button>
            <SubmitButton kind={danger ? "danger" : "pri"}>{words.confirm}</SubmitButton>
          </div>
        </form>
      </Sheet>
    </>
  );
}
