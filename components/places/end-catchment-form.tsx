"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { endCatchmentAction } from "@/lib/places/actions";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Card } from "../ui/card";

type Props = { villageId: string; catchmentId: string; facility: string; today: string };

/** The facility serves the village no longer and no other one takes its place yet. */
export function EndCatchmentForm({ villageId, catchmentId, facility, today }: Props) {
  const t = useTranslations("places.catchment");
  const errors = useTranslations("errors.field");
  const [state, run, pending] = useActionState<FormState, FormData>(endCatchmentAction, idleForm);
  return (
    <Card title={t("endTitle", { facility })}>
      <KeptForm run={run} className="stack">
        <FormResult state={state} done={t("ended")} />
        <input type="hidden" name="villageId" value={villageId} />
        <input type="hidden" name="catchmentId" value={catchmentId} />
        <DateField
          name="to"
          id="catchment-to"
          label={t("to")}
          defaultValue={today}
          error={state.fields?.to && errors("date")}
        />
        <KeptSubmit kind="danger" pending={pending}>
          {t("end")}
        </KeptSubmit>
      </KeptForm>
    </Card>
  );
}
