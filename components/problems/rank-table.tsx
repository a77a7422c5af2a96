"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Votes } from "./use-votes";

type Props = { votes: Votes; groups: readonly { id: string; name: string }[] };

/** The order together, and the table twin of the chart behind it. */
export function RankTable({ votes, groups }: Props) {
  const t = useTranslations("problems.result");
  const tWord = useTranslations("common.word");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const ordinal = (place: number) => t("ordinal", { rank: place, r: number(place) });
  const rows = votes.ranking.decided.flatMap((entry) => {
    const problem = votes.problems.find(({ id }) => id === entry.problem);
    return problem ? [{ ...entry, shown: problem }] : [];
  });
  return (
    <>
      <h3>{t("together")}</h3>
      <ol className="stack-s">
        {rows.map(({ problem, shown, decidedRank, rank, tiedWith, points, decisionNote }) => (
          <li key={problem} className="row top">
            <b className="together-rank nw">{ordinal(decidedRank ?? rank ?? 0)}</b>
            <span className="no hoop">{number(shown.number)}</span>
            <span className="grow">
              {shown.fields.statement}
              <span className="block sm mut">
                {t("points", { n: number(points) })}
                {tiedWith.length > 0 && ` · ${t("tied")}`}
                {decisionNote && ` · ${decisionNote}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <details className="fold">
        <summary>{tWord("seeAsTable")}</summary>
        <table className="t">
          <caption className="vh">{t("chart")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("problem")}</th>
              {groups.map(({ id, name }) => (
                <th key={id} scope="col" className="n">
                  {name}
                </th>
              ))}
              <th scope="col" className="n">
                {t("togetherRank")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ problem, shown, rank, rankByGroup }) => (
              <tr key={problem}>
                <th scope="row">
                  {number(shown.number)}. {shown.fields.statement}
                </th>
                {groups.map(({ id }) => {
                  const own = rankByGroup[id] ?? null;
                  return (
                    <td key={id} className="n">
                      {own === null ? (
                        <span className="whitespace-normal">{t("notRanked")}</span>
                      ) : (
                        number(own)
                      )}
                    </td>
                  );
                })}
                <td className="n">{number(rank ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
