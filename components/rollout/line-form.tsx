"use client";

import { useTranslations } from "next-intl";
import { removeLineAction, saveLineAction } from "@/lib/rollout/plan-actions";
import { fundings, plannedModules } from "@/lib/rollout/schema";
import { governanceLevels } from "@/lib/workshops/vocabularies";
import { ActionForm } from "../form/action-form";
import { DateField } from "../form/date-field";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { type Option, Select } from "../form/select";
import { TextArea } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";

type Line = {
  id: string;
  place: string;
  module: string;
  level: string;
  plannedDate: string;
  funding: string | null;
  funderId: string | null;
  costKip: number | null;
  facilitators: string;
  note: string | null;
  seen: string;
};
type Props = {
  year: number;
  district: string;
  villages: readonly Option[];
  institutions: readonly Option[];
  /** The line to change; a new one when left out. */
  line?: Line;
  first: { changeId: string; subject: string };
};

const fields = ["plannedDate", "village", "costKip", "module"] as const;

/** One line of the plan: where, which module at which level, when, who pays, how much, by whom. */
export function LineForm({ year, district, villages, institutions, line, first }: Props) {
  const t = useTranslations("rollout");
  const errors = useTranslations("errors");
  const { ids, state, send, pending } = useOnceForm(saveLineAction, first);
  const words: Record<string, string> = {
    not_in_year: t("plan.notInYear"),
    required: t("plan.villageMissing"),
    duplicate: t("plan.duplicate"),
  };
  const fault = (name: (typeof fields)[number]) => {
    const code = state.fields?.[name];
    return code && (words[code] ?? errors("field.invalid"));
  };
  const offered = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("plan.saved")} />
      {state.error === "stale" && <p role="alert">{t("plan.stale")}</p>}
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={line?.id ?? ids.subject} />
      <input type="hidden" name="seen" value={line?.seen ?? "{}"} />
      <input type="hidden" name="district" value={district} />
      <input type="hidden" name="year" value={year} />
      {line ? (
        <>
          <input type="hidden" name="level" value={line.level} />
          {line.level === "village" && <input type="hidden" name="village" value={line.place} />}
        </>
      ) : (
        <>
          <Select
            name="level"
            label={t("plan.level")}
            help={t("plan.levelHelp")}
            defaultValue="village"
            options={offered(governanceLevels, (value) => t(`level.${value}`))}
          />
          <Select
            name="village"
            label={t("plan.village")}
            placeholder
            options={villages}
            error={fault("village")}
          />
        </>
      )}
      <Select
        name="module"
        label={t("plan.module")}
        defaultValue={line?.module ?? "1"}
        error={fault("module")}
        options={offered(plannedModules, (value) => t(`module${value}`))}
      />
      <DateField
        name="plannedDate"
        label={t("plan.date")}
        defaultValue={line?.plannedDate}
        error={fault("plannedDate")}
      />
      <Select
        name="funding"
        label={t("plan.funding")}
        placeholder
        optional
        defaultValue={line?.funding ?? ""}
        options={offered(fundings, (value) => t(`pays.${value}`))}
      />
      <Select
        name="funderId"
        label={t("plan.funder")}
        placeholder
        optional
        defaultValue={line?.funderId ?? ""}
        options={institutions}
      />
      <NumberField
        name="costKip"
        label={t("plan.costKip")}
        optional
        defaultValue={line?.costKip}
        error={fault("costKip")}
      />
      <TextArea
        name="facilitators"
        label={t("plan.facilitators")}
        help={t("plan.facilitatorsHelp")}
        optional
        rows={3}
        defaultValue={line?.facilitators}
      />
      <TextArea name="note" label={t("plan.note")} optional rows={2} defaultValue={line?.note ?? ""} />
      <KeptSubmit pending={pending}>{t("plan.save")}</KeptSubmit>
    </KeptForm>
  );
}

/** Takes a line out; what it said stays in its history. */
export function RemoveLineForm({
  subject,
  place,
  changeId,
}: {
  subject: string;
  place: string;
  changeId: string;
}) {
  const t = useTranslations("rollout.plan");
  return (
    <ActionForm
      action={removeLineAction}
      hidden={{ subject, place, changeId }}
      help={t("removeHelp")}
      kind="danger"
    >
      {t("remove")}
    </ActionForm>
  );
}
