"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import type { PairChoice } from "@/lib/problems/pairwise";
import type { Pair } from "./pairs-vote";
import type { Votes } from "./use-votes";

type Props = { votes: Votes; choices: readonly PairChoice[]; onAgain: (pair: Pair) => void };

/** What the group answered, pair by pair, each to be asked again. */
export function PairAnswers({ votes, choices, onAgain }: Props) {
  const t = useTranslations("problems.pairs");
  const tRank = useTranslations("problems.rank");
  const locale = useLocale();
  const known = choices.filter(({ a, b }) => [a, b].every((id) => votes.records.problems.includes(id)));
  if (known.length === 0) return null;
  const name = (id: string) => {
    const number = votes.problems.find((problem) => problem.id === id)?.number ?? 0;
    return tRank("problem", { number: formatNumber(number, locale) });
  };
  const words = ({ a, b, chosen }: PairChoice) =>
    chosen === "equal"
      ? t("answerEqual", { one: name(a), other: name(b) })
      : t("answer", { winner: name(chosen), loser: name(chosen === a ? b : a) });
  return (
    <details className="fold">
      <summary>{t("answers")}</summary>
      <ul>
        {known.map((choice) => (
          <li key={`${choice.a}${choice.b}`} className="row between">
            <span className="sm">{words(choice)}</span>
            <Button
              kind="quiet"
              small
              aria-label={`${t("again")}: ${words(choice)}`}
              onClick={() => onAgain([choice.a, choice.b])}
            >
              {t("again")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
