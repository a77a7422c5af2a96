"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SavedText } from "@/components/field/saved-text";
import { NumberField } from "@/components/form/number-field";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import { namesAbsentSolution } from "@/lib/problems/rules";
import { type Problem, problemCategories } from "@/lib/problems/schema";
import { localStore } from "@/lib/sync/local-store";
import { ThemeChips } from "../themes/theme-chips";
import { useGroupName } from "./group-names";
import { MoveAndDelete } from "./move-and-delete";
import { ProblemPlaces } from "./problem-places";
import { ProblemTree } from "./problem-tree";
import { WordingHint } from "./wording-hint";
import { type ProblemRow, useLinked } from "./workshop-records";

type Props = {
  problem: ProblemRow;
  place: string;
  onClose: () => void;
  onMove: (by: -1 | 1) => void;
  canMove: { up: boolean; down: boolean };
  onDelete: () => void;
};

/** One problem unfolded. Every stroke is saved; there is nothing to confirm. */
export function ProblemEditor({ problem, place, onClose, onMove, canMove, onDelete }: Props) {
  const t = useTranslations("problems");
  const locale = useLocale();
  const card = useRef<HTMLElement>(null);
  const { id, fields } = problem;
  const save = (changed: Partial<Problem>) =>
    localStore.record({ type: "problem", subject: id, place, fields: changed });
  useEffect(() => {
    card.current?.querySelector("textarea")?.focus();
  }, []);
  const statement = fields.statement || t("form.untitled");
  return (
    <section
      ref={card}
      className="card brief stack"
      aria-label={t("rank.problem", { number: problem.number })}
    >
      <div className="row top">
        <span className="no hoop key">{formatNumber(problem.number, locale)}</span>
        <div className="grow stack-s">
          <SavedText
            long
            name={`statement-${id}`}
            label={t("form.statement")}
            help={t("form.statementHelp")}
            value={fields.statement}
            required
            optional={false}
            onSave={(text) => save({ statement: text ?? "" })}
          />
          {namesAbsentSolution(fields.statement) && <WordingHint typed={fields.statement} />}
        </div>
      </div>
      <ProblemFacts problem={problem} save={save} />
      <ProblemTree problemId={id} place={place} />
      <ProblemPlaces problem={problem} place={place} />
      <AnsweredBy problemId={id} />
      <MoveAndDelete
        words={{
          up: t("form.up", { statement }),
          down: t("form.down", { statement }),
          remove: t("form.delete"),
        }}
        {...{ canMove, onMove, onDelete }}
      />
      <Button wide onClick={onClose}>
        {t("form.close")}
      </Button>
    </section>
  );
}

function ProblemFacts({ problem, save }: { problem: ProblemRow; save: (changed: Partial<Problem>) => void }) {
  const t = useTranslations("problems");
  const nameOf = useGroupName();
  const { id, fields } = problem;
  const groups = useLinked("group", fields.workshopId);
  const pick = <K extends keyof Problem>(key: K, value: string) => save({ [key]: value || null });
  return (
    <>
      <Select
        name={`category-${id}`}
        label={t("form.category")}
        optional
        placeholder
        options={problemCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
        value={fields.category ?? ""}
        onChange={(event) => pick("category", event.target.value)}
      />
      <Select
        name={`raised-${id}`}
        label={t("form.raisedBy")}
        optional
        placeholder={t("form.raisedByNobody")}
        options={groups.map((group) => ({ value: group.id, label: nameOf(group.fields) }))}
        value={fields.raisedByGroupId ?? ""}
        onChange={(event) => pick("raisedByGroupId", event.target.value)}
      />
      <SavedText
        name={`whom-${id}`}
        label={t("form.whom")}
        help={t("form.whomHelp")}
        optional
        value={fields.whomItTouches}
        onSave={(text) => save({ whomItTouches: text })}
      />
      <NumberField
        name={`people-${id}`}
        label={t("form.people")}
        optional
        value={fields.peopleTouched ?? null}
        onChange={(people) => save({ peopleTouched: people })}
      />
      <ThemeChips value={fields.themes} onChange={(themes) => save({ themes })} />
      <SavedText
        long
        name={`note-${id}`}
        label={t("form.note")}
        optional
        value={fields.note}
        onSave={(text) => save({ note: text })}
      />
    </>
  );
}

/** Deleting a problem does not delete what was planned against it: say so before. */
function AnsweredBy({ problemId }: { problemId: string }) {
  const t = useTranslations("problems.form");
  const locale = useLocale();
  const actions = useLinked("action", problemId);
  if (actions.length === 0) return null;
  return (
    <p className="sm mut">
      {t("answeredBy", { count: actions.length, n: formatNumber(actions.length, locale) })}
    </p>
  );
}
