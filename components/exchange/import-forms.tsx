"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormErrors } from "@/components/form/form-errors";
import { SubmitButton } from "@/components/form/submit-button";
import { undoValuesAction, writeImportAction } from "@/lib/exchange/actions";
import { idleForm } from "@/lib/form-state";
import { formatNumber } from "@/lib/i18n/format";

const words = { read: "write", writing: "continue" } as const;

export function WriteForm({
  importId,
  ready,
  status,
}: {
  importId: string;
  ready: number;
  status: "read" | "writing";
}) {
  const t = useTranslations("exchange.import");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [state, run] = useActionState(writeImportAction, idleForm);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      <input type="hidden" name="importId" value={importId} />
      <p className="sm">{t("writeHelp")}</p>
      <SubmitButton>{t(words[status], { n: formatNumber(ready, locale) })}</SubmitButton>
    </form>
  );
}

export function UndoValuesForm({ importId }: { importId: string }) {
  const t = useTranslations("exchange.import");
  const errors = useTranslations("errors");
  const [state, run] = useActionState(undoValuesAction, idleForm);
  return (
    <form action={run} className="stack-s">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      <input type="hidden" name="importId" value={importId} />
      <p className="sm">{t("undoHelp")}</p>
      <SubmitButton kind="danger" icon="undo">
        {t("undo")}
      </SubmitButton>
    </form>
  );
}
