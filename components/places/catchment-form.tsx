"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { DateField } from "@/components/form/date-field";
import { FormErrors } from "@/components/form/form-errors";
import { KeptForm, KeptSubmit } from "@/components/form/kept-form";
import { type Option, Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/form-state";
import { setCatchmentAction } from "@/lib/places/actions";

const idle: FormState = { status: "idle" };
type Props = { villageId: string; facilities: readonly Option[]; today: string };

export function CatchmentForm({ villageId, facilities, today }: Props) {
  const t = useTranslations("places.catchment");
  const errors = useTranslations("errors");
  const [state, run, pending] = useActionState(setCatchmentAction, idle);
  if (state.status === "done") return <Notice tone="done" live="polite" title={t("saved")} />;
  if (facilities.length === 0) return <Notice icon="info">{t("noFacilities")}</Notice>;
  const faults = Object.keys(state.fields ?? {});
  const of = (name: string) => (faults.includes(name) ? errors("field.invalid") : undefined);
  return (
    <Card title={t("change")}>
      <KeptForm run={run} className="stack">
        <FormErrors
          errors={faults.map((id) => ({ id, message: errors("field.invalid") }))}
          message={
            state.status === "failed" && faults.length === 0 ? errors(state.error ?? "unknown") : undefined
          }
        />
        <input type="hidden" name="villageId" value={villageId} />
        <Select
          name="facilityId"
          label={t("facility")}
          placeholder
          options={facilities}
          error={of("facilityId")}
        />
        <DateField name="from" label={t("from")} defaultValue={today} error={of("from")} />
        <TextField
          name="travelMinDry"
          label={t("dry")}
          inputMode="numeric"
          error={of("travelMinDry")}
          optional
        />
        <TextField
          name="travelMinWet"
          label={t("wet")}
          inputMode="numeric"
          error={of("travelMinWet")}
          optional
        />
        <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
      </KeptForm>
    </Card>
  );
}
