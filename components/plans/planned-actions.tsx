"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { UndoNotice, useUndo } from "@/components/problems/undo-notice";
import type { ProblemRow } from "@/components/problems/workshop-records";
import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { ActionLine } from "./action-line";
import type { ActionView } from "./action-view";
import { addAction, moveAction } from "./make-plan";

type Props = {
  planId: string;
  place: string;
  views: readonly ActionView[];
  problems: readonly ProblemRow[];
};

/** The actions while the plan is being made: one unfolded at a time, in the order of the poster. */
export function PlannedActions({ planId, place, views, problems }: Props) {
  const t = useTranslations("plans.action");
  const [open, setOpen] = useState<string | null>(null);
  const { deleted, remove, undo } = useUndo();
  const add = async () => setOpen(await addAction({ planId, place, views }));
  const drop = (view: ActionView) => {
    setOpen(null);
    const what = view.fields.what || t("untitled");
    void remove({ type: "action", id: view.id, words: t("deleted", { what }) });
  };
  return (
    <>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {views.map((view, index) =>
        view.id === open ? (
          <ActionForm
            key={view.id}
            {...{ view, place, problems }}
            canMove={{ up: index > 0, down: index < views.length - 1 }}
            onMove={(by) => moveAction(views, { from: index, to: index + by, place })}
            onClose={() => setOpen(null)}
            onDelete={() => drop(view)}
          />
        ) : (
          <ActionLine key={view.id} view={view} onOpen={() => setOpen(view.id)} />
        ),
      )}
      <Button wide icon="plus" onClick={add}>
        {t("add")}
      </Button>
    </>
  );
}
