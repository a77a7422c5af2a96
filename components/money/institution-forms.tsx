"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { saveAgreementAction, saveInstitutionAction } from "@/lib/money/actions";
import type { Agreement, Institution } from "@/lib/money/institution-queries";
import { agreementKinds, institutionKinds } from "@/lib/rollout/schema";
import { CheckCards } from "../form/check-cards";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { type First, Period, RecordIds, useFault, useRecordForm } from "./record-form";

type InstitutionProps = { institutions: readonly Institution[]; kept: Institution | null; first: First };

export function InstitutionForm({ institutions, kept, first }: InstitutionProps) {
  const t = useTranslations("money");
  const locale = useLocale();
  const { ids, state, send, pending } = useRecordForm(saveInstitutionAction, first, kept !== null);
  const fault = useFault(state.fields);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("form.saved")} />
      <RecordIds kept={kept} ids={ids} />
      <TextField name="nameLo" label={t("form.nameLo")} defaultValue={kept?.nameLo} error={fault("nameLo")} />
      <TextField name="nameEn" label={t("form.nameEn")} defaultValue={kept?.nameEn} error={fault("nameEn")} />
      <Select
        name="kind"
        label={t("form.kind")}
        defaultValue={kept?.kind}
        options={institutionKinds.map((value) => ({ value, label: t(`institutionKind.${value}`) }))}
      />
      <Period kept={kept} fault={fault} />
      <Select
        name="successorId"
        label={t("institutions.successor")}
        placeholder={t("institutions.noSuccessor")}
        optional
        defaultValue={kept?.successorId ?? ""}
        options={institutions
          .filter(({ id }) => id !== kept?.id)
          .map((one) => ({ value: one.id, label: placeName(one, locale) }))}
        error={fault("successorId")}
      />
      <TextField name="source" label={t("form.source")} optional defaultValue={kept?.source ?? ""} />
      <TextArea name="note" label={t("form.note")} optional rows={3} defaultValue={kept?.note ?? ""} />
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}

type AgreementProps = { institutions: readonly Institution[]; kept: Agreement | null; first: First };

export function AgreementForm({ institutions, kept, first }: AgreementProps) {
  const t = useTranslations("money");
  const locale = useLocale();
  const { ids, state, send, pending } = useRecordForm(saveAgreementAction, first, kept !== null);
  const fault = useFault(state.fields);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("form.saved")} />
      <RecordIds kept={kept} ids={ids} />
      <TextField
        name="title"
        label={t("agreements.name")}
        defaultValue={kept?.title}
        error={fault("title")}
      />
      <Select
        name="kind"
        label={t("form.kind")}
        defaultValue={kept?.kind}
        options={agreementKinds.map((value) => ({ value, label: t(`agreementKind.${value}`) }))}
      />
      <CheckCards
        name="parties"
        label={t("agreements.parties")}
        options={institutions.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
        defaultValue={[...(kept?.parties ?? [])]}
        error={fault("parties")}
      />
      <TextArea
        name="scope"
        label={t("agreements.scope")}
        optional
        rows={3}
        defaultValue={kept?.scope ?? ""}
      />
      <DateField name="signed" label={t("agreements.signed")} optional defaultValue={kept?.signed} />
      <Period kept={kept} fault={fault} />
      <NumberField
        name="amountKip"
        label={t("agreements.amountKip")}
        optional
        defaultValue={kept?.amountKip}
      />
      <NumberField
        name="amountUsd"
        label={t("agreements.amountUsd")}
        optional
        defaultValue={kept?.amountUsd}
      />
      <TextField name="source" label={t("form.source")} optional defaultValue={kept?.source ?? ""} />
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}
