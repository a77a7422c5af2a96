"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { menteeStatusAction } from "@/lib/mentorship/actions";
import { leavingReasons, type MenteeState } from "@/lib/mentorship/vocabularies";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { useOnceForm } from "../form/use-once-form";

type Props = {
  first: { changeId: string };
  menteeId: string;
  place: string;
  status: MenteeState;
  today: string;
};
const told = ["active", "on_leave", "left"] as const;

/** On leave, back, left: with the day and why; "replaced" is told by who comes. */
export function StatusForm({ first, menteeId, place, status, today }: Props) {
  const t = useTranslations("mentees.page");
  const words = useTranslations("mentorship");
  const { ids, state, send, pending } = useOnceForm(menteeStatusAction, first);
  const others = told.filter((one) => one !== status);
  const [chosen, choose] = useState<(typeof told)[number]>(others[0] ?? "active");
  return (
    <KeptForm run={send} className="stack noprint">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="menteeId" value={menteeId} />
      <input type="hidden" name="place" value={place} />
      <RadioCards
        name="status"
        label={t("to")}
        options={others.map((value) => ({ value, label: words(`state.${value}`) }))}
        value={chosen}
        onChange={choose}
      />
      <DateField name="date" label={t("date")} defaultValue={today} />
      {chosen !== "active" && (
        <Select
          name="reason"
          label={t("reason")}
          optional
          placeholder
          options={leavingReasons.map((value) => ({ value, label: words(`reason.${value}`) }))}
        />
      )}
      {chosen === "on_leave" && <DateField name="until" label={t("until")} optional />}
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}
