"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { restoreAction } from "@/lib/history/actions";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Sheet } from "../ui/sheet";

type Props = { place: string; subject: string; version: string; date: string; whole: boolean };

/** Brings an earlier state back after saying what that does and asking why. */
export function RestoreForm({ place, subject, version, date, whole }: Props) {
  const t = useTranslations("history.restore");
  const [open, setOpen] = useState(false);
  const [state, run] = useActionState<FormState, FormData>(restoreAction, idleForm);
  const close = () => setOpen(false);
  return (
    <div className="mt-2 noprint">
      <Button small icon="undo" onClick={() => setOpen(true)}>
        {t("button")}
      </Button>
      <Sheet open={open && state.status !== "done"} onClose={close} title={t("title", { date })}>
        <form action={run} className="stack">
          {state.status === "failed" && (
            <Notice tone="late" live="assertive">
              {t("failed")}
            </Notice>
          )}
          <p>{whole ? t("effectPlan") : t("effect")}</p>
          <TextArea name="why" label={t("why")} help={t("whyHelp")} rows={2} maxLength={500} required />
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="subject" value={subject} />
          <input type="hidden" name="version" value={version} />
          <div className="row wrap">
            <Button onClick={close}>{t("keep")}</Button>
            <SubmitButton kind="pri">{t("confirm")}</SubmitButton>
          </div>
        </form>
      </Sheet>
      {state.status === "done" && (
        <p role="status" className="sm">
          {t("done")}
        </p>
      )}
    </div>
  );
}
