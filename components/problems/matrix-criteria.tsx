"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import { Button } from "@/components/ui/button";
import { Stepper } from "@/components/ui/stepper";
import type { Criterion } from "@/lib/problems/schema";
import { localStore } from "@/lib/sync/local-store";
import { UndoNotice, useUndo } from "./undo-notice";
import type { Votes } from "./use-votes";
import { nextPosition } from "./workshop-records";

type Props = { criteria: Votes["criteria"]; workshopId: string; place: string };

/** The criteria are the workshop's: all groups score against the same ones. */
export function MatrixCriteria({ criteria, workshopId, place }: Props) {
  const t = useTranslations("problems.matrix");
  const tForm = useTranslations("problems.form");
  const { deleted, remove, undo } = useUndo();
  const save = (subject: string, fields: Partial<Criterion>) =>
    localStore.record({ type: "criterion", subject, place, fields });
  const add = () => {
    const fields = { workshopId, label: "", weight: 1, position: nextPosition(criteria) };
    return localStore.record({ type: "criterion", place, fields });
  };
  return (
    <details className="fold">
      <summary>{t("criteria")}</summary>
      <div className="stack">
        <UndoNotice deleted={deleted} onUndo={undo} />
        {criteria.map(({ id, fields }) => (
          <div key={id} className="stack-s">
            <SavedText
              name={`criterion-${id}`}
              label={t("criterion")}
              value={fields.label}
              required
              optional={false}
              onSave={(label) => save(id, { label: label ?? "" })}
            />
            <div className="row between wrap">
              <Stepper
                label={t("weight")}
                showLabel
                min={1}
                max={100}
                value={fields.weight}
                onChange={(weight) => save(id, { weight })}
              />
              <Button
                kind="quiet"
                icon="trash"
                aria-label={t("remove", { label: fields.label })}
                onClick={() =>
                  remove({ type: "criterion", id, words: tForm("deleted", { statement: fields.label }) })
                }
              />
            </div>
          </div>
        ))}
        <Button kind="quiet" icon="plus" onClick={add}>
          {t("addCriterion")}
        </Button>
      </div>
    </details>
  );
}
