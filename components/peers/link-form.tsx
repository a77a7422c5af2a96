"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { uuidv7 } from "@/lib/changes/uuid";
import { linkVillagesAction } from "@/lib/peers/actions";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { type ChoiceOption, RadioCards } from "../form/radio-cards";
import { type Option, Select } from "../form/select";
import { useOnceForm } from "../form/use-once-form";
import { ButtonLink } from "../ui/button";

type Props = {
  place: string;
  theme: string;
  today: string;
  suggested: readonly ChoiceOption<string>[];
  others: readonly Option[];
};

/** Which village guides this one: one of those suggested, or another that people know. */
export function LinkForm({ place, theme, today, suggested, others }: Props) {
  const t = useTranslations("peers.form");
  const required = useTranslations("errors.field");
  const { ids, state, send, pending } = useOnceForm(linkVillagesAction, {
    changeId: uuidv7(),
    subject: uuidv7(),
  });
  const id = useId();
  const run = (form: FormData) => {
    if (!form.get("guideId")) form.set("guideId", String(form.get("other") ?? ""));
    form.delete("other");
    send(form);
  };
  if (state.status === "done")
    return (
      <>
        <FormResult state={state} done={t("saved")} />
        <p className="mt-4">
          <ButtonLink kind="pri" href="/peers">
            {t("see")}
          </ButtonLink>
        </p>
      </>
    );
  return (
    <KeptForm run={run} className="stack">
      <FormResult state={state} done={null} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="theme" value={theme} />
      {suggested.length > 0 ? (
        <RadioCards name="guideId" label={t("suggested")} options={suggested} />
      ) : (
        <p className="sm">{t("none")}</p>
      )}
      <Select
        id={`${id}-other`}
        name="other"
        label={t("other")}
        help={suggested.length > 0 ? t("otherHelp") : undefined}
        placeholder
        options={others}
        error={state.fields?.guideId && required("choose")}
      />
      <DateField id={`${id}-since`} name="since" label={t("since")} defaultValue={today} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
