"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { idleForm } from "@/lib/form-state";
import { publishTableAction } from "@/lib/published/actions";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextArea } from "../form/text-field";

type Props = { table: string; quarter: number; version: number; seen: string; changeId: string };

/** Publishes what stands above it; from the second version on it asks what is corrected. */
export function PublishForm({ version, ...hidden }: Props) {
  const t = useTranslations("published.publish");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(publishTableAction, idleForm);
  const wrong = state.status === "failed" && !state.fields?.reason;
  const message = state.error === "stale" ? t("stale") : errors(state.error ?? "unknown");
  return (
    <form action={run} className="stack-s">
      <FormErrors message={wrong ? message : undefined} />
      {Object.entries({ ...hidden, version }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {version > 1 && (
        <TextArea
          name="reason"
          label={t("reason")}
          help={t("reasonHelp")}
          error={state.fields?.reason && t("missing")}
        />
      )}
      <p className="sm">{t("help")}</p>
      <SubmitButton icon="check">
        {version > 1 ? t("correct", { n: String(version) }) : t("submit")}
      </SubmitButton>
    </form>
  );
}
