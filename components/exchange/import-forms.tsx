"use client";

import { useLocale, useTranslations } from "next-intl";
import { discardImportAction, undoValuesAction, writeImportAction } from "@/lib/exchange/actions";
import { formatNumber } from "@/lib/i18n/format";
import { ActionForm } from "../form/action-form";

type WriteProps = { importId: string; ready: number; status: "read" | "writing" };

export function WriteForm({ importId, ready, status }: WriteProps) {
  const t = useTranslations("exchange.import");
  const locale = useLocale();
  return (
    <ActionForm action={writeImportAction} hidden={{ importId }} help={t("writeHelp")}>
      {status === "writing" ? t("continue") : t("write", { count: ready, n: formatNumber(ready, locale) })}
    </ActionForm>
  );
}

export function UndoValuesForm({ importId }: { importId: string }) {
  const t = useTranslations("exchange.import");
  return (
    <ActionForm
      action={undoValuesAction}
      hidden={{ importId }}
      help={t("undoHelp")}
      kind="danger"
      icon="undo"
    >
      {t("undo")}
    </ActionForm>
  );
}

export function DiscardForm({ importId }: { importId: string }) {
  const t = useTranslations("exchange.import");
  return (
    <ActionForm action={discardImportAction} hidden={{ importId }} help={t("discardHelp")} kind="plain">
      {t("discard")}
    </ActionForm>
  );
}
