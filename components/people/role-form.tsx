"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { giveRoleAction } from "@/lib/people/actions";
import { DateField } from "../form/date-field";
import { FormErrors } from "../form/form-errors";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { useFieldFaults } from "./field-faults";
import { WorkFields } from "./work-fields";

const idle: FormState = { status: "idle" };

export function RoleForm({ userId, today }: { userId: string; today: string }) {
  const t = useTranslations("people.account");
  const [state, run, pending] = useActionState(giveRoleAction, idle);
  const faults = useFieldFaults(state);
  return (
    <KeptForm run={run} className="stack">
      <FormErrors errors={faults.list} message={faults.message} />
      <input type="hidden" name="userId" value={userId} />
      <WorkFields from={today} faultOf={faults.of} />
      <DateField name="to" label={t("until")} error={faults.of("to")} optional />
      <KeptSubmit kind="plain" pending={pending}>
        {t("addRole")}
      </KeptSubmit>
    </KeptForm>
  );
}
