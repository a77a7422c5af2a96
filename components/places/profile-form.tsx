"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { CheckCards } from "@/components/form/check-cards";
import { DateField } from "@/components/form/date-field";
import { FieldGroup } from "@/components/form/field";
import { FormErrors } from "@/components/form/form-errors";
import { KeptForm, KeptSubmit } from "@/components/form/kept-form";
import { type Option, Select } from "@/components/form/select";
import { TextArea, TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/form-state";
import { recordProfileAction } from "@/lib/places/actions";
import { groupRows } from "@/lib/places/profile-form";
import { accessBySeason, povertyStatuses } from "@/lib/places/schema";

type Props = {
  villageId: string;
  subject: string;
  today: string;
  groups: readonly Option[];
  languages: readonly Option[];
  ages: readonly Option[];
};
const idle: FormState = { status: "idle" };

export function ProfileForm({ villageId, subject, today, groups, languages, ages }: Props) {
  const t = useTranslations("places");
  const errors = useTranslations("errors");
  const [state, run, pending] = useActionState(recordProfileAction, idle);
  if (state.status === "done") return <Notice tone="done" live="polite" title={t("profile.saved")} />;
  const faults = Object.keys(state.fields ?? {});
  const of = (name: string) => (faults.includes(name) ? errors("field.invalid") : undefined);
  const number = (name: "population" | "females" | "households") => (
    <TextField name={name} label={t(`profile.${name}`)} inputMode="numeric" error={of(name)} optional />
  );
  return (
    <Card>
      <KeptForm run={run} className="stack">
        <FormErrors
          errors={faults.map((id) => ({ id, message: errors("field.invalid") }))}
          message={
            state.status === "failed" && faults.length === 0 ? errors(state.error ?? "unknown") : undefined
          }
        />
        <input type="hidden" name="villageId" value={villageId} />
        <input type="hidden" name="subject" value={subject} />
        <DateField name="date" label={t("profile.date")} defaultValue={today} error={of("date")} />
        <TextField
          name="source"
          label={t("profile.source")}
          help={t("profile.sourceHelp")}
          error={of("source")}
          maxLength={300}
        />
        {number("population")}
        {number("females")}
        {number("households")}
        <GroupFields groups={groups} />
        <FieldGroup id="ages" label={t("profile.ages")} optional>
          <div className="row wrap">
            {ages.map(({ value, label }) => (
              <label key={value} className="grow">
                <span className="sm">{label}</span>
                <input className="in" name={`age-${value}`} inputMode="numeric" size={6} />
              </label>
            ))}
          </div>
        </FieldGroup>
        <CheckCards name="languages" label={t("profile.languages")} options={languages} twoColumns />
        <Select
          name="povertyStatus"
          label={t("profile.povertyStatus")}
          placeholder
          optional
          options={povertyStatuses.map((value) => ({ value, label: t(`poverty.${value}`) }))}
        />
        {(["dryAccess", "wetAccess"] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(`profile.${name}`)}
            placeholder
            optional
            options={accessBySeason.map((value) => ({ value, label: t(`reach.${value}`) }))}
          />
        ))}
        <TextArea name="note" label={t("profile.note")} optional maxLength={4000} rows={3} />
        <KeptSubmit pending={pending}>{t("profile.save")}</KeptSubmit>
      </KeptForm>
    </Card>
  );
}

function GroupFields({ groups }: { groups: readonly Option[] }) {
  const t = useTranslations("places.profile");
  const common = useTranslations("common.form");
  return (
    <FieldGroup id="groups" label={t("groups")} optional>
      <div className="stack-s">
        {Array.from({ length: groupRows }, (_, at) => (
          <div className="row" key={groups[at]?.value ?? at}>
            <label className="grow">
              <span className="vh">{t("group", { n: String(at + 1) })}</span>
              <select className="in" name={`group${at}`} defaultValue="">
                <option value="">{common("choose")}</option>
                {groups.map((group) => (
                  <option key={group.value} value={group.value}>
                    {group.label}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span className="vh">{`${t("people")} ${at + 1}`}</span>
              <input
                className="in"
                name={`people${at}`}
                inputMode="numeric"
                size={6}
                placeholder={t("people")}
              />
            </label>
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
