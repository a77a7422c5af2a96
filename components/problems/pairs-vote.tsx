"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/i18n/format";
import { PAIRWISE_MAX, type PairChoice, rankByPairs } from "@/lib/problems/pairwise";
import { choicesOf } from "@/lib/problems/votes";
import { PairAnswers } from "./pair-answers";
import { PairQuestion } from "./pair-question";
import type { Voter, Votes } from "./use-votes";
import type { ProblemRow } from "./workshop-records";

type Props = { votes: Votes; group: Voter; place: string };
export type Pair = readonly [string, string];

const samePair = (choice: PairChoice, [a, b]: Pair) =>
  (choice.a === a && choice.b === b) || (choice.a === b && choice.b === a);

/** Two problems at a time; what is missing, what goes round in circles and what beats all is said in words. */
export function PairsVote({ votes, group, place }: Props) {
  const t = useTranslations("problems.pairs");
  const locale = useLocale();
  const [again, setAgain] = useState<Pair | null>(null);
  const number = (value: number) => formatNumber(value, locale);
  const ids = votes.records.problems;
  if (ids.length > PAIRWISE_MAX) {
    return (
      <Notice tone="soon" title={t("tooMany", { n: number(ids.length) })}>
        {t("tooManyWhy", { max: number(PAIRWISE_MAX) })}
      </Notice>
    );
  }
  const choices = choicesOf(votes.records.comparisons, group.id);
  const result = rankByPairs(ids, choices);
  const pairs = (ids.length * (ids.length - 1)) / 2;
  const pair = again ?? result.missing[0] ?? null;
  const by = (id: string) => votes.problems.find((problem) => problem.id === id) as ProblemRow;
  return (
    <div className="stack mt-2">
      {pair ? (
        <PairQuestion
          key={pair.join()}
          one={by(pair[0])}
          other={by(pair[1])}
          group={group}
          place={place}
          chosen={choices.find((choice) => samePair(choice, pair))?.chosen}
          progress={t("progress", {
            k: number(again ? pairs - result.missing.length : pairs - result.missing.length + 1),
            n: number(pairs),
          })}
          onAnswered={() => setAgain(null)}
        />
      ) : (
        <p className="med">{t("finished", { n: number(pairs) })}</p>
      )}
      {result.missing.length > 0 && result.missing.length < pairs && (
        <p className="sm mut">
          {t("missing", { count: result.missing.length, n: number(result.missing.length) })}
        </p>
      )}
      {result.beatsAll && !pair && <p>{t("beatsAll", { number: number(by(result.beatsAll).number) })}</p>}
      <Circles votes={votes} result={result} />
      <PairAnswers votes={votes} choices={choices} onAgain={setAgain} />
    </div>
  );
}

function Circles({ votes, result }: { votes: Votes; result: ReturnType<typeof rankByPairs> }) {
  const t = useTranslations("problems.pairs");
  const tRank = useTranslations("problems.rank");
  const locale = useLocale();
  const { circles, consistency, lookAgain } = result;
  if (circles.length === 0) return null;
  const name = (id: string) => {
    const problem = votes.problems.find((one) => one.id === id);
    return tRank("problem", { number: formatNumber(problem?.number ?? 0, locale) });
  };
  return (
    <Notice tone={lookAgain ? "soon" : "plain"} icon={lookAgain ? undefined : "info"} title={t("circles")}>
      <ul>
        {circles.map(([a, b, c]) => (
          <li key={`${a}${b}${c}`}>{t("circle", { a: name(a), b: name(b), c: name(c) })}</li>
        ))}
      </ul>
      <p>{t(lookAgain ? "lookAgain" : "circleNote")}</p>
      {consistency !== null && (
        <p className="mut">
          {t("consistency", { value: formatNumber(Math.max(0, consistency), locale, { maxDecimals: 2 }) })}
        </p>
      )}
    </Notice>
  );
}
