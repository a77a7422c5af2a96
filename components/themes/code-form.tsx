"use client";

import { useTranslations } from "next-intl";
import { codeRecordAction } from "@/lib/themes/actions";
import type { Theme } from "@/lib/themes/frame";
import type { CodedKind } from "@/lib/themes/kinds";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { useOnceForm } from "../form/use-once-form";
import { ThemeField } from "./theme-field";

type Props = {
  first: { changeId: string };
  kind: CodedKind;
  subject: string;
  themes: readonly Theme[] | null;
  seen: string | null;
};

/** Sets the themes of one record after the fact. */
export function CodeForm({ first, kind, subject, themes, seen }: Props) {
  const t = useTranslations("problems.themes");
  const { ids, state, send, pending } = useOnceForm(codeRecordAction, first);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subject" value={subject} />
      {seen && <input type="hidden" name="seen" value={seen} />}
      <ThemeField name="themes" first={themes} />
      <div>
        <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
      </div>
    </KeptForm>
  );
}
