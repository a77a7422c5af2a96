"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { derivedId } from "@/lib/changes/derived-id";
import { formatNumber } from "@/lib/i18n/format";
import { type MatrixResult, scoreMatrix } from "@/lib/problems/matrix";
import { scoreId } from "@/lib/problems/record-id";
import { scoresOf } from "@/lib/problems/votes";
import { localStore } from "@/lib/sync/local-store";
import { MatrixCriteria } from "./matrix-criteria";
import { recordAgain } from "./record-again";
import type { Voter, Votes } from "./use-votes";
import type { ProblemRow } from "./workshop-records";

type Props = { votes: Votes; group: Voter; place: string };
const levels = [1, 2, 3, 4, 5] as const;
const usual = [
  { key: "serious", weight: 3 },
  { key: "many", weight: 2 },
  { key: "feasible", weight: 1 },
] as const;

/** Every problem against every criterion, 1 to 5; the weighted total as soon as nothing is missing. */
export function MatrixVote({ votes, group, place }: Props) {
  const t = useTranslations("problems.matrix");
  const { workshopId } = group.fields;
  const start = async () => {
    for (const [index, { key, weight }] of usual.entries()) {
      const subject = await derivedId("criterion", workshopId, key);
      const fields = { workshopId, label: t(key), weight, position: index + 1 };
      await recordAgain({ type: "criterion", subject, place, fields });
    }
  };
  if (votes.criteria.length === 0) {
    return (
      <Button wide className="mt-2" onClick={start}>
        {t("start")}
      </Button>
    );
  }
  const scores = scoresOf(votes.records.scores, group.id);
  const criteria = votes.criteria.map(({ id, fields }) => ({ id, weight: fields.weight }));
  const results = scoreMatrix({ options: votes.records.problems, criteria, scores });
  return (
    <>
      <MatrixCriteria criteria={votes.criteria} workshopId={workshopId} place={place} />
      <p className="sm mut">{t("lead")}</p>
      {votes.problems.map((problem, index) => (
        <ProblemScores
          key={problem.id}
          {...{ votes, group, place, problem }}
          given={scores[problem.id] ?? {}}
          result={results[index]}
        />
      ))}
    </>
  );
}

type RowProps = Props & { problem: ProblemRow; given: Record<string, number>; result?: MatrixResult };

function ProblemScores({ votes, group, place, problem, given, result }: RowProps) {
  const t = useTranslations("problems.matrix");
  const locale = useLocale();
  const { statement } = problem.fields;
  const save = async (criterionId: string, score: number) => {
    const subject = await scoreId(group.id, problem.id, criterionId);
    const { workshopId } = group.fields;
    const fields = { workshopId, groupId: group.id, problemId: problem.id, criterionId, score };
    await localStore.record({ type: "score", subject, place, fields });
  };
  return (
    <div className="vote stack-s">
      <p className="vote-name">
        <span className="no hoop key">{formatNumber(problem.number, locale)}</span>
        <span className="med">{statement}</span>
      </p>
      {votes.criteria.map((criterion) => (
        <div key={criterion.id}>
          <p className="sm" aria-hidden="true">
            {criterion.fields.label}
          </p>
          <Segments
            name={`score-${group.id}-${problem.id}-${criterion.id}`}
            label={t("score", { criterion: criterion.fields.label, statement })}
            options={levels.map((level) => ({ value: String(level), label: formatNumber(level, locale) }))}
            value={String(given[criterion.id] ?? "")}
            onChange={(value) => save(criterion.id, Number(value))}
          />
        </div>
      ))}
      {result && <Total result={result} />}
    </div>
  );
}

function Total({ result }: { result: MatrixResult }) {
  const t = useTranslations("problems.matrix");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const { total, mean, missing } = result;
  return (
    <p className="sm mut">
      {total === null || mean === null
        ? t("missing", { count: missing.length, n: number(missing.length) })
        : t("total", { total: number(total), mean: number(mean) })}
    </p>
  );
}
