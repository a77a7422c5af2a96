"use client";

import { useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import type { NextStep } from "@/lib/mentorship/schema";
import { stepLeads } from "@/lib/mentorship/vocabularies";
import { type ActionStatus, actionStatuses } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { SavedText } from "../field/saved-text";
import type { FieldRecord } from "../field/store-hooks";
import { DateField } from "../form/date-field";
import { Select } from "../form/select";
import { Button } from "../ui/button";
import { StatusPill } from "../ui/status-pill";
import { shownMark } from "../visits/shown-mark";
import { useStepState } from "./use-step-state";

type Step = FieldRecord<"nextStep">;

/** What was agreed with her or her workplace, each step with who, by when and how it stands. */
export function AgreedSteps({ steps, onAdd }: { steps: readonly Step[]; onAdd?: () => unknown }) {
  const t = useTranslations("mentorship.plan");
  return (
    <section className="stack-s">
      <h2>{t("title")}</h2>
      {steps.length === 0 && <p className="sm mut">{t("none")}</p>}
      {steps.map((step) => (
        <OneStep key={step.id} step={step} />
      ))}
      {onAdd && (
        <Button wide icon="plus" onClick={() => void onAdd()}>
          {t("add")}
        </Button>
      )}
    </section>
  );
}

export function OneStep({ step, whose }: { step: Step; whose?: string }) {
  const t = useTranslations("mentorship");
  const stateOf = useStepState();
  const { fields } = step;
  const save = (changed: Partial<NextStep>) =>
    localStore.record({
      type: "nextStep",
      subject: step.id,
      place: step.place,
      fields: changed,
      seen: step.versions,
    });
  const { shown, words } = stateOf(fields);
  return (
    <div className="card stack-s">
      <div className="row between wrap">
        {whose && <b className="grow">{whose}</b>}
        <StatusPill status={shownMark[shown]}>{words}</StatusPill>
      </div>
      <SavedText
        id={`what-${step.id}`}
        name="what"
        required
        optional={false}
        label={t("plan.what")}
        value={fields.what}
        onSave={(what) => save({ what: what ?? "" })}
      />
      <Select
        id={`lead-${step.id}`}
        name="lead"
        label={t("plan.lead")}
        options={stepLeads.map((value) => ({ value, label: t(`lead.${value}`) }))}
        value={fields.lead}
        onChange={(event) => void save({ lead: event.target.value as NextStep["lead"] })}
      />
      <DateField
        id={`due-${step.id}`}
        name="due"
        label={t("plan.due")}
        value={fields.due}
        onChange={(due) => void save({ due: due || null })}
      />
      <Select
        id={`status-${step.id}`}
        name="status"
        label={t("plan.status")}
        options={actionStatuses.map((value) => ({ value, label: t(`stepStatus.${value}`) }))}
        value={fields.status}
        onChange={(event) => void save({ status: event.target.value as ActionStatus, statusDate: today() })}
      />
      <div>
        <Button small kind="quiet" icon="trash" onClick={() => localStore.removeRecord("nextStep", step.id)}>
          {t("plan.remove")}
        </Button>
      </div>
    </div>
  );
}
