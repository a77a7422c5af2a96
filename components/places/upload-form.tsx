"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DateField } from "@/components/form/date-field";
import { Field } from "@/components/form/field";
import { FileInput } from "@/components/form/file-input";
import { FormErrors } from "@/components/form/form-errors";
import { RadioCards } from "@/components/form/radio-cards";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { errorCodes } from "@/lib/errors";
import { addressIn } from "@/lib/i18n/address";
import { formatBytes } from "@/lib/i18n/format";
import { boundaryLimits, tableLimits } from "@/lib/places/import/limits";
import { uploadKinds } from "@/lib/places/import/upload";

type Kind = (typeof uploadKinds)[number];
type Refused = { error?: { code?: string; details?: { reason?: string; value?: string } } };
const problems = [
  "too_large",
  "too_many_rows",
  "too_many_columns",
  "unreadable",
  "empty",
  "wrong_kind",
  "repeated_column",
] as const;

export function UploadForm({ today }: { today: string }) {
  const t = useTranslations("places.imports");
  const kinds = useTranslations("places.importKind");
  const locale = useLocale();
  const explain = useProblem();
  const router = useRouter();
  const [kind, setKind] = useState<Kind>("villages");
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (reading) return;
    setReading(true);
    setProblem(undefined);
    const body = new FormData(event.currentTarget);
    const answer = await fetch("/api/imports", { method: "POST", body }).catch(() => null);
    const said = (await answer?.json().catch(() => null)) as (Refused & { importId?: string }) | null;
    setReading(false);
    if (said?.importId) router.push(addressIn(locale, `/admin/imports/${said.importId}`));
    else setProblem(explain(said));
  }

  const limit = kind === "boundaries" ? boundaryLimits.bytes : tableLimits.bytes;
  return (
    <form className="stack" onSubmit={send}>
      <FormErrors message={problem} />
      <RadioCards
        name="kind"
        label={t("kind")}
        options={uploadKinds.map((value) => ({ value, label: kinds(value) }))}
        value={kind}
        onChange={setKind}
        twoColumns
      />
      <Field id="file" label={t("file")} help={t("fileHelp", { size: formatBytes(limit, locale) })}>
        <FileInput accept=".csv,.xlsx,.json,.geojson,.topojson" />
      </Field>
      {kind === "boundaries" && (
        <>
          <TextField name="credit" label={t("credit")} maxLength={300} optional />
          <DateField name="validFrom" label={t("validFrom")} defaultValue={today} />
        </>
      )}
      <Button type="submit" kind="pri" aria-disabled={reading || undefined}>
        {reading ? t("reading") : t("read")}
      </Button>
    </form>
  );
}

function useProblem() {
  const file = useTranslations("places.fileProblem");
  const errors = useTranslations("errors");
  return (said: Refused | null): string => {
    const { code, details } = said?.error ?? {};
    const reason = problems.find((one) => one === details?.reason);
    if (reason) return file(reason, { value: String(details?.value ?? "") });
    return errors(errorCodes.find((one) => one === code) ?? "unavailable");
  };
}
