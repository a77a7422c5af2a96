"use client";

import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { saveActivityAction } from "@/lib/money/actions";
import type { KeptActivity, PartnerRegister } from "@/lib/money/partner-queries";
import { partnerThemes } from "@/lib/money/vocabularies";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { type First, Period, RecordIds, useFault, useRecordForm } from "./record-form";

type Props = Pick<PartnerRegister, "places" | "institutions"> & { kept: KeptActivity | null; first: First };

export function ActivityForm({ places, institutions, kept, first }: Props) {
  const t = useTranslations("money");
  const locale = useLocale();
  const { ids, state, send, pending } = useRecordForm(saveActivityAction, first, kept !== null);
  const fault = useFault(state.fields);
  const named = <T extends { id: string; nameLo: string; nameEn: string }>(list: readonly T[]) =>
    list.map((one) => ({ value: one.id, label: placeName(one, locale) }));
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("partners.saved")} />
      <RecordIds kept={kept} ids={ids} />
      <Select
        name="institutionId"
        label={t("partners.partner")}
        placeholder
        defaultValue={kept?.institutionId ?? ""}
        options={named(institutions)}
        error={fault("institutionId")}
      />
      <Select
        name="theme"
        label={t("partners.theme")}
        placeholder
        defaultValue={kept?.theme ?? ""}
        options={partnerThemes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        error={fault("theme")}
      />
      <Select
        name="provinceId"
        label={t("partners.province")}
        placeholder={t("partners.nation")}
        optional
        defaultValue={kept?.provinceId ?? ""}
        options={named(places.filter(({ level }) => level === "province"))}
      />
      <Select
        name="districtId"
        label={t("partners.district")}
        placeholder={t("partners.wholeProvince")}
        optional
        defaultValue={kept?.districtId ?? ""}
        options={named(places.filter(({ level }) => level === "district"))}
        error={fault("districtId")}
      />
      <Period kept={kept} fault={fault} begins />
      <TextField name="source" label={t("form.source")} optional defaultValue={kept?.source ?? ""} />
      <TextArea name="note" label={t("form.note")} optional rows={2} defaultValue={kept?.note ?? ""} />
      <KeptSubmit pending={pending}>{t("form.save")}</KeptSubmit>
    </KeptForm>
  );
}
