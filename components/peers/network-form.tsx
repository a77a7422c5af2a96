"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { registerNetworkAction } from "@/lib/peers/actions";
import { channels } from "@/lib/peers/schema";
import { offices } from "@/lib/plans/schema";
import { CheckCards } from "../form/check-cards";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { type Option, Select } from "../form/select";
import { TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

/** A group that exists, as it is known. What reads like a telephone number is refused, and the field says so. */
export function NetworkForm({ places }: { places: readonly Option[] }) {
  const t = useTranslations("peers.network");
  const office = useTranslations("plans.office");
  const required = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(registerNetworkAction, {
    changeId: uuidv7(),
    subject: uuidv7(),
  });
  const id = useId();
  const wrong = (field: string) =>
    state.fields?.[field] && (state.fields[field] === "custom" ? t("refused") : required("required"));
  return (
    <KeptForm run={send} className="stack noprint" key={ids.subject}>
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <TextField name="name" label={t("name")} maxLength={120} error={wrong("name")} />
      <TextField name="purpose" label={t("purpose")} maxLength={300} error={wrong("purpose")} />
      <Select
        name="place"
        label={t("place")}
        options={places}
        placeholder={places.length > 1 ? true : undefined}
        error={state.fields?.place && required("choose")}
      />
      <Select
        name="channel"
        label={t("channel")}
        options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <CheckCards
        name="administrators"
        label={t("administrators")}
        twoColumns
        options={offices.map((value) => ({ value, label: office(value) }))}
        error={state.fields?.administrators && required("choose")}
      />
      <NumberField id={`${id}-size`} name="size" label={t("size")} optional />
      <DateField id={`${id}-active`} name="lastActive" label={t("lastActive")} optional />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
