"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { stepStatusAction } from "@/lib/mentorship/actions";
import { type ActionStatus, actionStatuses } from "@/lib/plans/schema";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { useOnceForm } from "../form/use-once-form";

type Props = { stepId: string; place: string; status: ActionStatus };

export function StepStatusForm({ stepId, place, status }: Props) {
  const t = useTranslations();
  const [first] = useState(() => ({ changeId: uuidv7() }));
  const { ids, state, send, pending } = useOnceForm(stepStatusAction, first);
  return (
    <KeptForm run={send} className="row wrap noprint">
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="stepId" value={stepId} />
      <input type="hidden" name="place" value={place} />
      <Select
        id={`status-${stepId}`}
        name="status"
        label={t("mentees.steps.now")}
        defaultValue={status}
        options={actionStatuses.map((value) => ({ value, label: t(`mentorship.stepStatus.${value}`) }))}
      />
      <KeptSubmit pending={pending} kind="plain">
        {t("mentees.steps.save")}
      </KeptSubmit>
      <FormResult state={state} done={t("mentees.steps.saved")} />
    </KeptForm>
  );
}
