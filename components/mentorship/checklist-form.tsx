"use client";

import { useLocale, useTranslations } from "next-intl";
import { makeChecklistVersionAction } from "@/lib/mentorship/actions";
import type { KnownChecklist } from "@/lib/sync/known";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { RadioCards } from "../form/radio-cards";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Props = {
  list: KnownChecklist;
  lines: Readonly<Record<string, string>>;
  first: { changeId: string; subject: string };
};

/** A checklist's words, to be replaced; sent, they are its next version and the one before stays as it was. */
export function ChecklistForm({ list, lines, first }: Props) {
  const t = useTranslations("checklists");
  const locale = useLocale();
  const { ids, state, send, pending } = useOnceForm(makeChecklistVersionAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="from" value={list.id} />
      <section className="card stack">
        <TextField name="nameLo" label={t("nameLo")} defaultValue={list.nameLo} required />
        <TextField name="nameEn" label={t("nameEn")} defaultValue={list.nameEn} required />
        <RadioCards
          name="wording"
          label={t("wording.label")}
          options={(["working", "official"] as const).map((value) => ({
            value,
            label: t(`wording.${value}`),
          }))}
          defaultValue={list.wording}
        />
        <TextField name="source" label={t("source")} optional defaultValue={list.source ?? ""} />
        <NumberField name="passPercent" label={t("pass")} defaultValue={list.passPercent} />
      </section>
      <section className="card stack">
        <h2>{t("items")}</h2>
        <p className="sm">{t("itemsHelp")}</p>
        {list.sections.map(({ code, text }) => (
          <TextArea
            key={code}
            name={`items.${code}`}
            label={locale === "en" ? text.en : text.lo}
            defaultValue={lines[code]}
            rows={8}
            error={state.fields?.[`items.${code}`] && t("wrong")}
          />
        ))}
      </section>
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
