"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { createAccountAction, type SlipState } from "@/lib/people/actions";
import { FormErrors } from "../form/form-errors";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { TextField } from "../form/text-field";
import { ButtonLink } from "../ui/button";
import { DetailFields } from "./detail-fields";
import { useFieldFaults } from "./field-faults";
import { Slip } from "./slip";
import { WorkFields } from "./work-fields";

const idle: SlipState = { status: "idle" };

export function NewAccountForm({ today, origin }: { today: string; origin: string }) {
  const t = useTranslations("people.new");
  const [state, run, pending] = useActionState(createAccountAction, idle);
  const faults = useFieldFaults(state);
  if (state.slip) return <Slip slip={state.slip} origin={origin} />;
  return (
    <KeptForm run={run} className="stack max-w-[560px]">
      <p>{t("intro")}</p>
      <FormErrors errors={faults.list} message={faults.message} />
      <TextField
        name="login"
        label={t("login")}
        help={t("loginHelp")}
        error={faults.of("login")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
      />
      <DetailFields faultOf={faults.of} />
      <WorkFields from={today} faultOf={faults.of} />
      <div className="row wrap">
        <KeptSubmit pending={pending}>{t("submit")}</KeptSubmit>
        <ButtonLink href="/admin/accounts" kind="quiet">
          {t("cancel")}
        </ButtonLink>
      </div>
    </KeptForm>
  );
}
