"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { FileInput } from "@/components/form/file-input";
import { FormErrors } from "@/components/form/form-errors";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { errorCodes } from "@/lib/errors";
import { fileLimits } from "@/lib/exchange/limits";
import { idSchemes, importStrategies } from "@/lib/exchange/options";
import { fileProblems } from "@/lib/exchange/value-row";
import { addressIn } from "@/lib/i18n/address";
import { formatBytes } from "@/lib/i18n/format";

type Answer = { importId?: string; error?: { code?: string; details?: { reason?: string; value?: string } } };

/** The file travels as it is, beside what was said of it, so that the server reads it while it arrives. */
async function upload(form: FormData): Promise<Answer | null> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { error: { details: { reason: "empty" } } };
  const said = [...form].filter((one): one is [string, string] => typeof one[1] === "string");
  const asked = new URLSearchParams([["name", file.name], ...said]);
  const answer = await fetch(`/api/imports/values?${asked}`, { method: "POST", body: file }).catch(
    () => null,
  );
  return (await answer?.json().catch(() => null)) as Answer | null;
}

export function ValueUploadForm() {
  const t = useTranslations("exchange");
  const locale = useLocale();
  const explain = useProblem();
  const router = useRouter();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (reading) return;
    setReading(true);
    setProblem(undefined);
    const said = await upload(new FormData(event.currentTarget));
    setReading(false);
    if (said?.importId) router.push(addressIn(locale, `/admin/imports/values/${said.importId}`));
    else setProblem(explain(said));
  }

  const schemes = idSchemes.map((value) => ({ value, label: t(`scheme.${value}`) }));
  return (
    <form className="stack" onSubmit={send}>
      <FormErrors message={problem} />
      <Field
        id="file"
        label={t("values.file")}
        help={t("values.fileHelp", { size: formatBytes(fileLimits.bytes, locale) })}
      >
        <FileInput accept=".json,.xml,.csv,.adx,.txt,.xlsx" />
      </Field>
      <Select name="orgUnitIdScheme" label={t("values.unitScheme")} options={schemes} />
      <Select name="dataElementIdScheme" label={t("values.elementScheme")} options={schemes} />
      <Select
        name="importStrategy"
        label={t("values.strategy")}
        options={importStrategies.map((value) => ({ value, label: t(`strategy.${value}`) }))}
      />
      <TextField
        name="system"
        label={t("values.system")}
        help={t("values.systemHelp")}
        defaultValue="dhis2"
        maxLength={60}
        pattern="[A-Za-z0-9][A-Za-z0-9.:\-]*"
        required
      />
      <Button type="submit" kind="pri" aria-disabled={reading || undefined}>
        {reading ? t("values.reading") : t("values.read")}
      </Button>
    </form>
  );
}

function useProblem() {
  const file = useTranslations("exchange.problem");
  const errors = useTranslations("errors");
  return (said: Answer | null): string => {
    const { code, details } = said?.error ?? {};
    if (details?.reason === "options") return file("options");
    const reason = fileProblems.find((one) => one === details?.reason);
    if (reason) return file(reason, { where: String(details?.value ?? "") });
    return errors(errorCodes.find((one) => one === code) ?? "unavailable");
  };
}
