"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { saveElementAction, saveIndicatorAction } from "@/lib/indicators/manage-actions";
import {
  type DataElement,
  directions,
  elementGroups,
  type Indicator,
  reporterKinds,
} from "@/lib/indicators/schema";
import { populationKinds } from "@/lib/indicators/vocabularies";
import { CheckCards, CheckField } from "../form/check-cards";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextField } from "../form/text-field";

type Common = Pick<DataElement, "code" | "nameLo" | "nameEn" | "group" | "position" | "active"> &
  Partial<Pick<DataElement, "teamOnly" | "source">>;
type Given<T> = {
  kept: T | null;
  versions: Readonly<Record<string, string>>;
  changeId: string;
  next: number;
};

function useKeeping(action: (before: FormState, form: FormData) => Promise<FormState>) {
  return useActionState<FormState, FormData>(action, idleForm);
}

type FrameProps = {
  state: FormState;
  send: (form: FormData) => void;
  pending: boolean;
  given: Given<Common>;
  children: ReactNode;
};

/** What an element and an indicator have in common: code, both names, group, place in the list, in use or not. */
function KeepForm({ state, send, pending, given, children }: FrameProps) {
  const t = useTranslations("indicators");
  const required = useTranslations("errors.field");
  const { kept, versions, changeId, next } = given;
  const fault = (field: string) => state.fields?.[field] && required("required");
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("manage.saved")} />
      {state.fields?.codes && <p role="alert">{t("manage.unknownCodes", { codes: state.fields.codes })}</p>}
      <input type="hidden" name="changeId" value={changeId} />
      <input type="hidden" name="seen" value={JSON.stringify(versions)} />
      {kept ? (
        <input type="hidden" name="code" value={kept.code} />
      ) : (
        <TextField name="code" label={t("manage.code")} help={t("manage.codeHelp")} error={fault("code")} />
      )}
      <TextField
        name="nameLo"
        label={t("manage.nameLo")}
        defaultValue={kept?.nameLo}
        error={fault("nameLo")}
      />
      <TextField
        name="nameEn"
        label={t("manage.nameEn")}
        defaultValue={kept?.nameEn}
        error={fault("nameEn")}
      />
      <Select
        name="group"
        label={t("manage.group")}
        defaultValue={kept?.group}
        options={elementGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
      />
      {children}
      <NumberField name="position" label={t("manage.position")} defaultValue={kept?.position ?? next} />
      <TextField name="source" label={t("figure.source")} optional defaultValue={kept?.source ?? ""} />
      <CheckField name="teamOnly" label={t("manage.teamOnly")} defaultChecked={kept?.teamOnly ?? false} />
      <CheckField name="active" label={t("manage.active")} defaultChecked={kept?.active ?? true} />
      <KeptSubmit pending={pending}>{t("manage.save")}</KeptSubmit>
    </KeptForm>
  );
}

const joined = (codes: readonly string[] | null | undefined) => (codes ?? []).join(" ");

export function ElementForm(given: Given<DataElement>) {
  const t = useTranslations("indicators.manage");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useKeeping(saveElementAction);
  const { kept } = given;
  return (
    <KeepForm {...{ state, send, pending, given }}>
      <CheckCards
        name="reporters"
        label={t("reporters")}
        options={reporterKinds.map((value) => ({ value, label: t(`reporter.${value}`) }))}
        defaultValue={kept?.reporters ?? ["village", "facility"]}
        error={state.fields?.reporters && required("required")}
      />
      <TextField
        name="atMost"
        label={t("atMost")}
        help={t("codesHelp")}
        optional
        defaultValue={joined(kept?.atMost)}
      />
      <NumberField name="maximum" label={t("maximum")} optional defaultValue={kept?.maximum ?? null} />
      <TextField name="adviceLo" label={t("adviceLo")} optional defaultValue={kept?.adviceLo ?? ""} />
      <TextField name="adviceEn" label={t("adviceEn")} optional defaultValue={kept?.adviceEn ?? ""} />
    </KeepForm>
  );
}

export function IndicatorForm(given: Given<Indicator>) {
  const t = useTranslations("indicators");
  const required = useTranslations("errors.field");
  const [state, send, pending] = useKeeping(saveIndicatorAction);
  const { kept } = given;
  return (
    <KeepForm {...{ state, send, pending, given }}>
      <TextField
        name="numerator"
        label={t("manage.numerator")}
        help={t("manage.codesHelp")}
        defaultValue={joined(kept?.numerator)}
        error={state.fields?.numerator && required("required")}
      />
      <TextField
        name="denominator"
        label={t("manage.denominator")}
        help={t("manage.codesHelp")}
        optional
        defaultValue={joined(kept?.denominator)}
      />
      <Select
        name="populationKind"
        label={t("manage.population")}
        placeholder={t("manage.noPopulation")}
        defaultValue={kept?.populationKind ?? ""}
        options={populationKinds.map((value) => ({ value, label: t(`denominator.kind.${value}`) }))}
        error={state.fields?.populationKind && t("manage.oneDenominator")}
      />
      <NumberField name="factor" label={t("manage.factor")} defaultValue={kept?.factor ?? 100} />
      <Select
        name="direction"
        label={t("manage.direction")}
        defaultValue={kept?.direction}
        options={directions.map((value) => ({ value, label: t(`manage.better.${value}`) }))}
      />
    </KeepForm>
  );
}
