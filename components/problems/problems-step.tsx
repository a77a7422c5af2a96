"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { ProblemCard } from "./problem-card";
import { ProblemEditor } from "./problem-editor";
import { UndoNotice, useUndo } from "./undo-notice";
import { nextPosition, type ProblemRow, useProblems } from "./workshop-records";

type Props = { workshopId: string; place: string };

/** Both problems take the other's place; an old list without places is numbered on the way. */
async function swap(problems: readonly ProblemRow[], from: number, to: number) {
  const order = [...problems];
  const [moved] = order.splice(from, 1);
  if (!moved || to < 0 || to > order.length) return;
  order.splice(to, 0, moved);
  for (const [index, problem] of order.entries()) {
    if (problem.fields.position === index + 1) continue;
    await localStore.record({
      type: "problem",
      subject: problem.id,
      place: problem.place,
      fields: { position: index + 1 },
    });
  }
}

/** Step 4: the problems as bad situations, each with causes, effects and places. */
export function ProblemsStep({ workshopId, place }: Props) {
  const t = useTranslations("problems");
  const locale = useLocale();
  const { problems, ready } = useProblems(workshopId);
  const [open, setOpen] = useState<string | null>(null);
  const { deleted, remove, undo } = useUndo();
  const add = async () => {
    const fields = { workshopId, statement: "", position: nextPosition(problems) };
    setOpen(await localStore.record({ type: "problem", place, fields }));
  };
  if (!ready) return null;
  if (problems.length === 0 && !deleted) {
    const first = (
      <Button kind="pri" icon="plus" onClick={add}>
        {t("step.addFirst")}
      </Button>
    );
    return <EmptyState title={t("step.empty")} why={t("step.emptyWhy")} action={first} />;
  }
  return (
    <div className="stack">
      <header>
        <h2>{t("step.title")}</h2>
        <p className="sm mut">
          {t("step.count", { count: problems.length, n: formatNumber(problems.length, locale) })} ·{" "}
          {t("step.lead")}
        </p>
      </header>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {problems.map((problem, index) =>
        problem.id === open ? (
          <ProblemEditor
            key={problem.id}
            problem={problem}
            place={place}
            onClose={() => setOpen(null)}
            onMove={(by) => swap(problems, index, index + by)}
            canMove={{ up: index > 0, down: index < problems.length - 1 }}
            onDelete={() => {
              setOpen(null);
              const statement = problem.fields.statement || t("form.untitled");
              void remove({ type: "problem", id: problem.id, words: t("form.deleted", { statement }) });
            }}
          />
        ) : (
          <ProblemCard key={problem.id} problem={problem} onOpen={() => setOpen(problem.id)} />
        ),
      )}
      <Button wide icon="plus" onClick={add}>
        {t("step.add")}
      </Button>
    </div>
  );
}
