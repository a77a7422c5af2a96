"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { MoveAndDelete } from "@/components/problems/move-and-delete";
import type { ProblemRow } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { type Action, offices } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { fundSources, governanceLevels } from "@/lib/workshops/vocabularies";
import type { ActionView } from "./action-view";

type Save = (changed: Partial<Action>) => unknown;
type Props = {
  view: ActionView;
  place: string;
  problems: readonly ProblemRow[];
  canMove?: { up: boolean; down: boolean };
  onMove?: (by: -1 | 1) => void;
  onClose: () => void;
  onDelete: () => void;
};

/** Every field of an action, saved as it is typed. */
export function ActionForm({ view, place, problems, canMove, onMove, onClose, onDelete }: Props) {
  const t = useTranslations("plans");
  const save: Save = (changed) =>
    localStore.record({ type: "action", subject: view.id, place, fields: changed });
  const what = view.fields.what || t("action.untitled");
  return (
    <section className="card brief stack" aria-label={what}>
      <WhatAndWhy {...{ view, save, problems }} />
      <WhoAndWhen view={view} save={save} />
      <MoneyAndProof view={view} save={save} />
      <MoveAndDelete
        words={{ up: t("form.up", { what }), down: t("form.down", { what }), remove: t("action.delete") }}
        {...{ canMove, onMove, onDelete }}
      />
      <Button wide onClick={onClose}>
        {t("form.close")}
      </Button>
    </section>
  );
}

type PartProps = { view: ActionView; save: Save };

function WhatAndWhy({ view, save, problems }: PartProps & Pick<Props, "problems">) {
  const t = useTranslations("plans");
  const { id, fields } = view;
  return (
    <>
      <SavedText
        long
        required
        optional={false}
        name={`what-${id}`}
        label={t("form.what")}
        help={t("form.whatHelp")}
        value={fields.what}
        onSave={(text) => save({ what: text ?? "" })}
      />
      <Select
        name={`problem-${id}`}
        label={t("form.problem")}
        optional
        placeholder
        options={problems.map((problem) => ({
          value: problem.id,
          label: `${problem.number}. ${problem.fields.statement}`,
        }))}
        value={fields.problemId ?? ""}
        onChange={(event) => save({ problemId: event.target.value || null })}
      />
      <div>
        <p className="lab">{t("form.level")}</p>
        <Segments
          name={`level-${id}`}
          label={t("form.level")}
          options={governanceLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={fields.level}
          onChange={(level) => save({ level })}
        />
      </div>
    </>
  );
}

function WhoAndWhen({ view, save }: PartProps) {
  const t = useTranslations("plans");
  const { id, fields } = view;
  const officeOptions = offices.map((value) => ({ value, label: t(`office.${value}`) }));
  const backwards = Boolean(fields.start && fields.due && fields.due < fields.start);
  return (
    <>
      <Select
        name={`lead-${id}`}
        label={t("form.lead")}
        optional
        placeholder
        options={officeOptions}
        value={fields.lead ?? ""}
        onChange={(event) => save({ lead: (event.target.value || null) as Action["lead"] })}
      />
      <SavedText
        name={`lead-note-${id}`}
        label={t("form.leadNote")}
        help={t("form.leadNoteHelp")}
        value={fields.leadNote}
        onSave={(leadNote) => save({ leadNote })}
      />
      <SavedText
        name={`support-${id}`}
        label={t("form.support")}
        value={fields.support?.join(", ")}
        onSave={(text) => save({ support: text ? namesIn(text) : null })}
      />
      <DateField
        name={`start-${id}`}
        label={t("form.start")}
        optional
        value={fields.start ?? ""}
        onChange={(start) => save({ start: start || null })}
      />
      <DateField
        name={`due-${id}`}
        label={t("form.due")}
        optional
        error={backwards ? t("form.dueBeforeStart") : undefined}
        value={fields.due ?? ""}
        onChange={(due) => save({ due: due || null })}
      />
    </>
  );
}

const namesIn = (text: string) => text.split(/[,;\n]/).flatMap((name) => name.trim() || []);

function MoneyAndProof({ view, save }: PartProps) {
  const t = useTranslations("plans");
  const { id, fields } = view;
  return (
    <>
      <SavedText
        long
        name={`resources-${id}`}
        label={t("form.resources")}
        value={fields.resources}
        onSave={(resources) => save({ resources })}
      />
      <NumberField
        name={`cost-${id}`}
        label={t("form.cost")}
        optional
        value={fields.costKip ?? null}
        onChange={(costKip) => save({ costKip })}
      />
      <Select
        name={`fund-${id}`}
        label={t("form.fundSource")}
        optional
        placeholder
        options={fundSources.map((value) => ({ value, label: t(`fund.${value}`) }))}
        value={fields.fundSource ?? ""}
        onChange={(event) => save({ fundSource: (event.target.value || null) as Action["fundSource"] })}
      />
      <SavedText
        name={`funder-${id}`}
        label={t("form.funder")}
        value={fields.funder}
        onSave={(funder) => save({ funder })}
      />
      <SavedText
        name={`indicator-${id}`}
        label={t("form.indicator")}
        value={fields.indicator}
        onSave={(indicator) => save({ indicator })}
      />
      <SavedText
        name={`target-${id}`}
        label={t("form.target")}
        value={fields.target}
        onSave={(target) => save({ target })}
      />
    </>
  );
}
