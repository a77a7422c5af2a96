"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FormErrors } from "@/components/form/form-errors";
import { KeptForm, KeptSubmit } from "@/components/form/kept-form";
import { RadioCards } from "@/components/form/radio-cards";
import { idleForm } from "@/lib/form-state";
import { formatNumber } from "@/lib/i18n/format";
import { acceptImportAction, undoImportAction } from "@/lib/places/actions";

type Doubtful = { rowNo: number; value: string; suggestion: string };
type Props = { importId: string; ready: number; doubtful: readonly Doubtful[] };

/** Every similar name is decided by a person, or left out; the button counts what will be written. */
export function DecideForm({ importId, ready, doubtful }: Props) {
  const t = useTranslations("places.run");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [state, run, pending] = useActionState(acceptImportAction, idleForm);
  const [chosen, setChosen] = useState<Record<number, string>>({});
  const number = (n: number) => formatNumber(n, locale);
  const decided = Object.values(chosen).filter((choice) => choice !== "leave").length;
  return (
    <KeptForm run={run} className="stack">
      <FormErrors message={state.status === "failed" ? errors(state.error ?? "unknown") : undefined} />
      <input type="hidden" name="importId" value={importId} />
      {doubtful.map(({ rowNo, value, suggestion }) => (
        <RadioCards
          key={rowNo}
          name={`row${rowNo}`}
          label={t("decide", { n: number(rowNo), value })}
          options={[
            { value: "same", label: t("isSame", { name: suggestion }) },
            { value: "new", label: t("isNew") },
            { value: "leave", label: t("leave") },
          ]}
          value={chosen[rowNo] ?? "leave"}
          onChange={(choice) => setChosen({ ...chosen, [rowNo]: choice })}
        />
      ))}
      <p className="sm mut">{t("acceptHelp")}</p>
      <KeptSubmit pending={pending}>{t("accept", { n: number(ready + decided) })}</KeptSubmit>
    </KeptForm>
  );
}

export function UndoForm({ importId }: { importId: string }) {
  const t = useTranslations("places.run");
  return (
    <ActionForm
      action={undoImportAction}
      hidden={{ importId }}
      help={t("undoHelp")}
      kind="danger"
      icon="undo"
    >
      {t("undo")}
    </ActionForm>
  );
}
