"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { discardQuarantinedAction, releaseChangeAction } from "@/lib/devices/actions";
import { type FormState, idleForm } from "@/lib/form-state";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";

type Props = { id: string; what: string; recorder: string };

/** Let a quarantined change in, or say why not. */
export function DecisionForms({ id, what, recorder }: Props) {
  const t = useTranslations("devices.quarantine");
  const errors = useTranslations("errors");
  const [released, release] = useActionState(releaseChangeAction, idleForm);
  const [discarded, discard] = useActionState(discardQuarantinedAction, idleForm);
  const fault = ({ status, error }: FormState) => {
    if (status !== "failed") return undefined;
    if (error === "forbidden") return t("fault.forbidden", { name: recorder });
    return error === "invalid" || error === "conflict" ? t("fault.invalid") : errors(error ?? "unknown");
  };
  const unexplained = discarded.status === "failed" && discarded.fields?.why;
  return (
    <div className="stack-s">
      <form action={release} className="stack-s">
        <FormErrors message={fault(released)} />
        <input type="hidden" name="id" value={id} />
        <p className="sm">{t("releaseAs", { name: recorder })}</p>
        <SubmitButton kind="plain" aria-label={t("releaseOf", { what })}>
          {t("release")}
        </SubmitButton>
      </form>
      <details className="fold">
        <summary>{t("discard")}</summary>
        <form action={discard} className="stack-s">
          <input type="hidden" name="id" value={id} />
          <TextField
            id={`why-${id}`}
            name="why"
            label={t("why")}
            help={t("whyHelp")}
            error={unexplained ? t("fault.why") : undefined}
            maxLength={500}
          />
          <SubmitButton kind="danger">{t("discard")}</SubmitButton>
        </form>
      </details>
    </div>
  );
}
