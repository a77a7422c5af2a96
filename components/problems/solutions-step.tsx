"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { SolutionCard } from "./solution-card";
import { UndoNotice, useUndo } from "./undo-notice";
import { useVotes, type Votes } from "./use-votes";
import { nextPosition, type ProblemRow, useLinked } from "./workshop-records";

type Props = { workshopId: string; place: string };

/** Step 6: for each problem, highest first, what each group would do; then the meeting chooses. */
export function SolutionsStep({ workshopId, place }: Props) {
  const t = useTranslations("problems.solution");
  const votes = useVotes(workshopId);
  const { deleted, remove, undo } = useUndo();
  if (!votes.ready) return null;
  if (votes.problems.length === 0) return <EmptyState title={t("noProblems")} why={t("noProblemsWhy")} />;
  const ordered = votes.ranking.decided.flatMap((entry) => {
    const problem = votes.problems.find(({ id }) => id === entry.problem);
    return problem ? [{ problem, rank: entry.decidedRank }] : [];
  });
  return (
    <div className="stack">
      <header>
        <h2>{t("title")}</h2>
        <p className="sm mut">{t("lead")}</p>
      </header>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {ordered.map(({ problem, rank }) => (
        <ProblemSolutions
          key={problem.id}
          {...{ votes, problem, rank, place }}
          onRemove={(id, text) =>
            remove({ type: "solution", id, words: t("deleted", { text: text || t("text") }) })
          }
        />
      ))}
    </div>
  );
}

type CardProps = {
  votes: Votes;
  problem: ProblemRow;
  rank: number | null;
  place: string;
  onRemove: (id: string, text: string) => void;
};

function ProblemSolutions({ votes, problem, rank, place, onRemove }: CardProps) {
  const t = useTranslations("problems.solution");
  const tRank = useTranslations("problems.result");
  const locale = useLocale();
  const solutions = useLinked("solution", problem.id);
  const number = (value: number) => formatNumber(value, locale);
  const chosen = solutions.filter(({ fields }) => fields.chosen).length;
  const add = () => {
    const { workshopId } = problem.fields;
    const fields = {
      workshopId,
      problemId: problem.id,
      text: "",
      chosen: false,
      position: nextPosition(solutions),
    };
    return localStore.record({ type: "solution", place, fields });
  };
  return (
    <section className="card stack">
      <div className="row top">
        <span className="no hoop key">{number(problem.number)}</span>
        <div className="grow">
          <h3>{problem.fields.statement}</h3>
          <p className="sm mut">
            {rank === null ? t("unranked") : tRank("ordinal", { rank, r: number(rank) })}
            {" · "}
            {solutions.length === 0
              ? t("none")
              : t("chosen", { k: number(chosen), n: number(solutions.length) })}
          </p>
        </div>
      </div>
      {solutions.map((solution) => (
        <SolutionCard key={solution.id} {...{ solution, votes, place, onRemove }} />
      ))}
      <Button kind="quiet" icon="plus" onClick={add}>
        {t("add")}
      </Button>
    </section>
  );
}
