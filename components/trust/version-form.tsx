"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { KnownInstrument } from "@/lib/sync/known";
import { makeVersionAction } from "@/lib/trust/actions";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { RadioCards } from "../form/radio-cards";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Ids = { changeId: string; subject: string };
type Props = { instrument: KnownInstrument; first: Ids };

/** Room for items that an official text has beyond ours. */
const spare = 2;

/** The questionnaire's words, to be replaced; sent, they are its next version and the one before stays as it was. */
export function VersionForm({ instrument, first }: Props) {
  const t = useTranslations("trust.instruments");
  const { ids, state, send, pending } = useOnceForm(makeVersionAction, first);
  const [language, setLanguage] = useState(furtherLanguage(instrument));
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="from" value={instrument.id} />
      <section className="card stack">
        <TextField name="nameLo" label={t("nameLo")} defaultValue={instrument.nameLo} required />
        <TextField name="nameEn" label={t("nameEn")} defaultValue={instrument.nameEn} required />
        <RadioCards
          name="wording"
          label={t("wording.label")}
          options={[
            { value: "working", label: t("wording.working") },
            { value: "official", label: t("wording.official") },
          ]}
          defaultValue={instrument.wording}
        />
        <TextField name="source" label={t("source")} optional defaultValue={instrument.source ?? ""} />
        <TextField
          name="language"
          label={t("language")}
          help={t("languageHelp")}
          optional
          pattern="[a-z_]{2,40}"
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        />
      </section>
      <section className="card stack">
        <h2>{t("consent")}</h2>
        <TextArea name="consentLo" label={t("lo")} defaultValue={instrument.consent.lo} required />
        <TextArea name="consentEn" label={t("en")} defaultValue={instrument.consent.en} required />
        {language && (
          <TextArea
            name="more.consent"
            label={language}
            optional
            defaultValue={instrument.consent[language] ?? ""}
          />
        )}
      </section>
      <Items instrument={instrument} language={language} faults={state.fields ?? {}} />
      <Labels instrument={instrument} language={language} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}

const furtherLanguage = ({ consent }: KnownInstrument) =>
  Object.keys(consent).find((one) => one !== "lo" && one !== "en") ?? "";

type PartProps = { instrument: KnownInstrument; language: string };

function Items({ instrument, language, faults }: PartProps & { faults: Readonly<Record<string, string>> }) {
  const t = useTranslations("trust.instruments");
  const places = Array.from({ length: instrument.items.length + spare }, (_, at) => at);
  return (
    <section className="card stack">
      <h2>{t("items")}</h2>
      <p className="sm mut">{t("itemsHelp")}</p>
      {places.map((at) => (
        <Words
          key={at}
          name={String(at)}
          title={t("item", { n: String(at + 1) })}
          text={instrument.items[at]?.text ?? {}}
          {...{ language, faults }}
        />
      ))}
    </section>
  );
}

function Labels({ instrument, language }: PartProps) {
  const t = useTranslations("trust.instruments");
  return (
    <section className="card stack">
      <h2>{t("labels")}</h2>
      {instrument.labels.map(({ value, text }) => (
        <Words
          key={value}
          name={`label.${value}`}
          title={t("label", { n: String(value) })}
          {...{ text, language }}
          faults={{}}
        />
      ))}
    </section>
  );
}

type WordsProps = {
  name: string;
  title: string;
  text: Readonly<Record<string, string>>;
  language: string;
  faults: Readonly<Record<string, string>>;
};

function Words({ name, title, text, language, faults }: WordsProps) {
  const t = useTranslations("trust.instruments");
  const fault = (field: string) => (faults[field] ? t("bothLanguages") : undefined);
  return (
    <fieldset className="field stack-s">
      <legend className="lab">{title}</legend>
      <TextField
        name={`lo.${name}`}
        label={t("lo")}
        defaultValue={text.lo ?? ""}
        error={fault(`lo.${name}`)}
      />
      <TextField
        name={`en.${name}`}
        label={t("en")}
        defaultValue={text.en ?? ""}
        error={fault(`en.${name}`)}
      />
      {language && (
        <TextField name={`more.${name}`} label={language} optional defaultValue={text[language] ?? ""} />
      )}
    </fieldset>
  );
}
