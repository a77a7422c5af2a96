"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { saveBudgetAction } from "@/lib/money/actions";
import type { LineForm as Given } from "@/lib/money/budget-queries";
import { budgetPurposes, budgetSources } from "@/lib/money/vocabularies";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Props = Given & {
  year: number;
  /** A district's line, or one of a province or the nation. */
  level: "district" | "nation";
  first: { changeId: string; subject: string };
};

const amounts = ["plannedKip", "approvedKip", "disbursedKip"] as const;

export function LineForm({ line, districts, provinces, funders, year, level, first }: Props) {
  const t = useTranslations("money");
  const field = useTranslations("errors.field");
  const locale = useLocale();
  const { ids, state, send, pending } = useOnceForm(saveBudgetAction, first);
  const fault = (name: string) => {
    const code = state.fields?.[name];
    return code && (code === "workshops" ? t("line.spentWorkshops") : field("required"));
  };
  const places = (level === "district" ? districts : provinces).map((one) => ({
    value: one.id,
    label: placeName(one, locale),
  }));
  const placeField = level === "district" ? "districtId" : "provinceId";
  const standing = line?.[placeField];
  const amount = (name: (typeof amounts)[number]) => (
    <NumberField
      name={name}
      label={t(`line.${name}`)}
      optional
      defaultValue={line?.[name]}
      error={fault(name)}
    />
  );
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("line.saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={line ? line.id : ids.subject} />
      <input type="hidden" name="seen" value={JSON.stringify(line?.versions ?? {})} />
      {line ? (
        standing && <input type="hidden" name={placeField} value={standing} />
      ) : (
        <Select
          name={placeField}
          label={t(level === "district" ? "line.district" : "line.province")}
          placeholder={t(level === "district" ? "line.choose" : "line.nation")}
          optional={level === "nation"}
          options={places}
          error={fault(placeField)}
        />
      )}
      <TextField
        name="year"
        label={t("line.year")}
        inputMode="numeric"
        maxLength={4}
        defaultValue={String(line?.year ?? year)}
        error={fault("year")}
      />
      <Select
        name="purpose"
        label={t("line.purpose")}
        defaultValue={line?.purpose}
        options={budgetPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <Select
        name="fundSource"
        label={t("line.fundSource")}
        defaultValue={line?.fundSource}
        options={budgetSources.map((value) => ({ value, label: t(`fund.${value}`) }))}
      />
      <Select
        name="funderId"
        label={t("line.funder")}
        placeholder={t("line.noFunder")}
        optional
        defaultValue={line?.funderId ?? ""}
        options={funders.map((one) => ({ value: one.id, label: placeName(one, locale) }))}
      />
      {amount("plannedKip")}
      {amount("approvedKip")}
      <DateField
        name="disbursementDue"
        label={t("line.due")}
        optional
        defaultValue={line?.disbursementDue}
        error={fault("disbursementDue")}
      />
      {amount("disbursedKip")}
      <DateField
        name="disbursedOn"
        label={t("line.disbursedOn")}
        optional
        defaultValue={line?.disbursedOn}
        error={fault("disbursedOn")}
      />
      <NumberField
        name="spentKip"
        label={t("line.spentKip")}
        help={t("line.spentHelp")}
        optional
        defaultValue={line?.spentKip}
        error={fault("spentKip")}
      />
      <TextField name="source" label={t("line.source")} optional defaultValue={line?.source ?? ""} />
      <TextArea name="note" label={t("line.note")} optional rows={2} defaultValue={line?.note ?? ""} />
      <KeptSubmit pending={pending}>{t("line.save")}</KeptSubmit>
    </KeptForm>
  );
}
