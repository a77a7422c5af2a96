"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { saveTargetAction, saveValueAction } from "@/lib/national/actions";
import type { KeptTarget, KeptValue, Province } from "@/lib/national/queries";
import { bases, type NationalCode, valueKinds, verdicts } from "@/lib/national/schema";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Given<T> = {
  indicator: NationalCode;
  /** The unit in words. */
  unit: string;
  provinces: readonly Province[];
  kept: T | null;
  first: { changeId: string };
};

function useFaults(fields: Readonly<Record<string, string>> | undefined) {
  const t = useTranslations("national.form");
  const field = useTranslations("errors.field");
  return (name: string) => {
    const code = fields?.[name];
    if (!code) return undefined;
    if (code === "exists") return t("exists");
    return name === "to" && code === "custom" ? t("order") : field("required");
  };
}

/** What a record is about stays as it is once it exists: another year or period is another record. */
function Settled({ of }: { of: Readonly<Record<string, string | number | null>> }) {
  return Object.entries(of).map(
    ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
  );
}

function PlaceSelect({ provinces }: { provinces: readonly Province[] }) {
  const t = useTranslations("national");
  const locale = useLocale();
  return (
    <Select
      name="provinceId"
      label={t("one.place")}
      placeholder={t("choose.nation")}
      optional
      options={provinces.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
    />
  );
}

type Common = {
  kept: KeptTarget | KeptValue | null;
  unit: string;
  fault: (name: string) => string | undefined;
};

function ValueField({ kept, unit, fault }: Common) {
  const t = useTranslations("national.form");
  return (
    <NumberField
      name="value"
      kind="decimal"
      label={t("value")}
      help={t("valueHelp", { unit })}
      defaultValue={kept?.value ?? null}
      error={fault("value")}
    />
  );
}

function SourceFields({ kept, fault }: Pick<Common, "kept" | "fault">) {
  const t = useTranslations("national.form");
  return (
    <>
      <TextField
        name="source"
        label={t("source")}
        help={t("sourceHelp")}
        defaultValue={kept?.source ?? ""}
        error={fault("source")}
      />
      <TextArea name="note" label={t("note")} optional rows={2} defaultValue={kept?.note ?? ""} />
    </>
  );
}

export function TargetForm({ indicator, unit, provinces, kept, first }: Given<KeptTarget>) {
  const t = useTranslations("national");
  const { ids, state, send, pending } = useOnceForm(saveTargetAction, first);
  const fault = useFaults(state.fields);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("form.saved")} />
      <Settled of={{ indicator, changeId: ids.changeId, seen: JSON.stringify(kept?.versions ?? {}) }} />
      {kept ? (
        <Settled of={{ year: kept.year, provinceId: kept.provinceId }} />
      ) : (
        <>
          <TextField
            name="year"
            label={t("one.year")}
            inputMode="numeric"
            maxLength={4}
            error={fault("year")}
          />
          <PlaceSelect provinces={provinces} />
        </>
      )}
      <ValueField kept={kept} unit={unit} fault={fault} />
      <SourceFields kept={kept} fault={fault} />
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}

export function ValueForm({ indicator, unit, provinces, kept, first }: Given<KeptValue>) {
  const t = useTranslations("national");
  const { ids, state, send, pending } = useOnceForm(saveValueAction, first);
  const fault = useFaults(state.fields);
  const named = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("form.saved")} />
      <Settled of={{ indicator, changeId: ids.changeId, seen: JSON.stringify(kept?.versions ?? {}) }} />
      {kept ? (
        <Settled of={{ provinceId: kept.provinceId, from: kept.from, to: kept.to, kind: kept.kind }} />
      ) : (
        <>
          <DateField name="from" label={t("form.from")} error={fault("from")} />
          <DateField name="to" label={t("form.to")} error={fault("to")} />
          <PlaceSelect provinces={provinces} />
          <Select
            name="kind"
            label={t("one.kind")}
            placeholder
            options={named(valueKinds, (value) => t(`kind.${value}`))}
            error={fault("kind")}
          />
        </>
      )}
      <ValueField kept={kept} unit={unit} fault={fault} />
      <Select
        name="basis"
        label={t("form.basis")}
        help={t("basisHelp")}
        placeholder
        defaultValue={kept?.basis}
        options={named(bases, (value) => t(`basis.${value}`))}
        error={fault("basis")}
      />
      <TextField name="amongWhom" label={t("form.amongWhom")} optional defaultValue={kept?.amongWhom ?? ""} />
      <SourceFields kept={kept} fault={fault} />
      <Select
        name="verdict"
        label={t("one.verdict")}
        placeholder={t("one.noVerdict")}
        optional
        defaultValue={kept?.verdict ?? ""}
        options={named(verdicts, (value) => t(`verdict.${value}`))}
      />
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}
