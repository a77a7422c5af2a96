"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { takeSheetAction } from "@/lib/national/actions";
import { nationalColumns } from "@/lib/national/sheet-columns";
import type { CellReason } from "@/lib/plans/spreadsheet-cells";
import { Field } from "../form/field";
import { FileInput } from "../form/file-input";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { useOnceForm } from "../form/use-once-form";
import { Notice } from "../ui/notice";

/** A file of targets and values; each wrong field is named by row and column, and nothing is taken then. */
export function SheetForm({ first }: { first: { changeId: string } }) {
  const t = useTranslations("national.sheet");
  const { ids, state, send, pending } = useOnceForm(takeSheetAction, first);
  return (
    <KeptForm run={send} className="stack">
      {state.status === "done" && (
        <Notice tone="done" live="polite">
          {t("taken")}
        </Notice>
      )}
      {state.status === "failed" && <Faults error={state.error ?? "unknown"} fields={state.fields ?? {}} />}
      <input type="hidden" name="changeId" value={ids.changeId} />
      <Field id="file" label={t("file")} help={t("fileHelp")}>
        <FileInput accept=".csv,.xlsx" />
      </Field>
      <KeptSubmit pending={pending}>{t("send")}</KeptSubmit>
    </KeptForm>
  );
}

function Faults({ error, fields }: { error: string; fields: Readonly<Record<string, string>> }) {
  const t = useTranslations("national.sheet");
  const errors = useTranslations("errors");
  const cell = useTranslations("plans.files.problem");
  const locale = useLocale();
  const { file, ...cells } = fields;
  const faults = Object.entries(cells).map(([at, reason]) => {
    const [row = "", key = ""] = at.split(".");
    const column = nationalColumns.find((one) => one.key === key)?.[locale] ?? key;
    const own = reason === "unknown_place" || reason === "contradiction";
    return { at, row, column, problem: own ? t(reason) : cell(reason as CellReason) };
  });
  const n = formatNumber(faults.length, locale);
  const whole = file === undefined ? errors(error as "unknown") : t("badFile");
  return (
    <Notice
      tone="late"
      live="assertive"
      title={faults.length > 0 ? t("faults", { count: faults.length, n }) : whole}
    >
      <ul>
        {faults.map(({ at, ...words }) => (
          <li key={at}>{t("fault", words)}</li>
        ))}
      </ul>
    </Notice>
  );
}
