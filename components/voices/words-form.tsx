"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type FormState, idleForm } from "@/lib/form-state";
import { decideWordsAction } from "@/lib/voices/actions";
import { FormResult } from "../form/form-result";
import { Button } from "../ui/button";

/** Two answers to one villager's words; what each brings about stands above the list. */
export function WordsForm({ voice }: { voice: string }) {
  const t = useTranslations("voices");
  const [state, run, pending] = useActionState<FormState, FormData>(decideWordsAction, idleForm);
  return (
    <form action={run} className="row wrap noprint">
      <FormResult state={state} done={null} />
      <input type="hidden" name="voice" value={voice} />
      <Button type="submit" kind="dim" name="state" value="passed" disabled={pending}>
        {t("pass")}
      </Button>
      <Button type="submit" kind="dim" name="state" value="withheld" disabled={pending}>
        {t("withhold")}
      </Button>
    </form>
  );
}
