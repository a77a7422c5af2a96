"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import { comparisonId } from "@/lib/problems/record-id";
import { localStore } from "@/lib/sync/local-store";
import type { ProblemRow } from "./workshop-records";

type Props = {
  one: ProblemRow;
  other: ProblemRow;
  group: { id: string; fields: { workshopId: string } };
  place: string;
  chosen?: string;
  /** Instead of "Which is worse for you?". */
  question?: string;
  progress?: string;
  onAnswered?: () => void;
};

/** One comparison. The same pair asked twice writes the same record, so the later answer counts. */
export function PairQuestion({ one, other, group, place, chosen, onAnswered, ...words }: Props) {
  const t = useTranslations("problems.pairs");
  const locale = useLocale();
  const { question = t("question"), progress } = words;
  const answer = async (winner: string) => {
    const subject = await comparisonId(group.id, one.id, other.id);
    const { workshopId } = group.fields;
    const fields = { workshopId, groupId: group.id, problemA: one.id, problemB: other.id, winner };
    await localStore.record({ type: "comparison", subject, place, fields });
    onAnswered?.();
  };
  return (
    <fieldset className="field stack-s" aria-label={question}>
      <div className="row between wrap">
        <h3>{question}</h3>
        {progress && <span className="sm mut nw">{progress}</span>}
      </div>
      {[one, other].map((problem) => (
        <Button
          key={problem.id}
          className="pair-choice"
          aria-pressed={chosen === problem.id}
          onClick={() => answer(problem.id)}
        >
          <span className="no hoop key">{formatNumber(problem.number, locale)}</span>
          <span className="grow">{problem.fields.statement}</span>
        </Button>
      ))}
      <Button kind="dim" wide aria-pressed={chosen === "equal"} onClick={() => answer("equal")}>
        {t("equal")}
      </Button>
    </fieldset>
  );
}
