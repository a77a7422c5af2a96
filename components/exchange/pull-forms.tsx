"use client";

import { useTranslations } from "next-intl";
import { uuidv7 } from "@/lib/changes/uuid";
import { askPullAction, resumePullAction, stopPullAction } from "@/lib/exchange/pull/actions";
import type { FormState } from "@/lib/form-state";
import { ActionForm } from "../form/action-form";

/** A run of its own each time it is pressed. */
const ask = (before: FormState, form: FormData) => {
  form.set("runId", uuidv7());
  return askPullAction(before, form);
};

export function PullNowForms() {
  const t = useTranslations("pull.now");
  return (
    <div className="stack">
      <ActionForm action={ask} hidden={{ kind: "trial" }} help={t("trialHelp")} kind="plain">
        {t("trial")}
      </ActionForm>
      <ActionForm action={ask} hidden={{ kind: "hand" }} help={t("handHelp")}>
        {t("hand")}
      </ActionForm>
    </div>
  );
}

export function ResumePullForm({ runId }: { runId: string }) {
  const t = useTranslations("pull.run");
  return (
    <ActionForm action={resumePullAction} hidden={{ runId }} help={t("resumeHelp")}>
      {t("resume")}
    </ActionForm>
  );
}

export function StopPullForm({ runId }: { runId: string }) {
  const t = useTranslations("pull.run");
  return (
    <ActionForm action={stopPullAction} hidden={{ runId }} help={t("stopHelp")} kind="plain">
      {t("stop")}
    </ActionForm>
  );
}
