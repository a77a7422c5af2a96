"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { useGroupName } from "./group-names";
import { RankChart } from "./rank-chart";
import { mostLines, rankChartShape } from "./rank-chart-shape";
import { RankTable } from "./rank-table";
import { TieBreaks } from "./tie-breaks";
import type { Votes } from "./use-votes";

type Props = { votes: Votes; workshopId: string; place: string };

/** "How the groups see it": where they are far apart, the slope chart, its table, the order together. */
export function RankingResults({ votes, workshopId, place }: Props) {
  const t = useTranslations("problems.result");
  const locale = useLocale();
  const nameOf = useGroupName();
  const number = (value: number) => formatNumber(value, locale);
  const { ranking, problems, voters } = votes;
  const heard = voters.filter(({ id }) => ranking.groups.includes(id));
  if (heard.length === 0) {
    return (
      <section className="card">
        <h2>{t("title")}</h2>
        <p className="sm mut">{t("waiting")}</p>
      </section>
    );
  }
  const names = heard.map(({ fields }) => nameOf(fields));
  const best = ranking.decided.slice(0, mostLines);
  const lines = best.flatMap(({ problem: id, rankByGroup }) => {
    const problem = problems.find((one) => one.id === id);
    return problem
      ? [{ id, number: problem.number, ranks: heard.map((group) => rankByGroup[group.id] ?? null) }]
      : [];
  });
  const orderOf = (column: number) =>
    lines
      .flatMap(({ ranks, number: of }) => (ranks[column] == null ? [] : [{ of, rank: ranks[column] }]))
      .sort((a, b) => a.rank - b.rank)
      .map(({ of }) => number(of))
      .join(", ");
  const summary = names
    .map((group, column) => t("chartSummary", { group, order: orderOf(column) }))
    .join(" ");
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <FarApart votes={votes} names={new Map(heard.map(({ id }, index) => [id, names[index] ?? ""]))} />
      <RankChart
        shape={rankChartShape(lines, heard.length)}
        names={names}
        label={`${t("chart")}. ${summary}`}
        number={number}
      />
      {problems.length > mostLines && <p className="xs mut">{t("mostShown", { n: number(mostLines) })}</p>}
      <p className="xs mut">{t("note")}</p>
      <Agreement votes={votes} />
      <RankTable votes={votes} groups={heard.map(({ id }, index) => ({ id, name: names[index] ?? "" }))} />
      <TieBreaks votes={votes} workshopId={workshopId} place={place} />
    </section>
  );
}

function FarApart({ votes, names }: { votes: Votes; names: Map<string, string> }) {
  const t = useTranslations("problems.result");
  const locale = useLocale();
  const ordinal = (rank: number) => t("ordinal", { rank, r: formatNumber(rank, locale) });
  const differing = votes.ranking.problems.filter(({ groupsDiffer }) => groupsDiffer);
  if (differing.length === 0) return null;
  const sentences = differing.flatMap(({ problem, rankByGroup }) => {
    const given = Object.entries(rankByGroup).flatMap(([group, rank]) =>
      rank === null ? [] : [{ group, rank }],
    );
    const [first, last] = [
      given.toSorted((a, b) => a.rank - b.rank)[0],
      given.toSorted((a, b) => b.rank - a.rank)[0],
    ];
    const shown = votes.problems.find(({ id }) => id === problem);
    if (!first || !last || !shown || first.rank === last.rank) return [];
    return t("farApartText", {
      number: formatNumber(shown.number, locale),
      best: ordinal(first.rank),
      bestGroup: names.get(first.group) ?? "",
      worst: ordinal(last.rank),
      worstGroup: names.get(last.group) ?? "",
    });
  });
  if (sentences.length === 0) return null;
  return (
    <p className="sm">
      <b>{t("farApart")}</b> {sentences.join(" ")} {t("talk")}
    </p>
  );
}

/** Words for Kendall's W only from three groups on (statistics §10). */
function Agreement({ votes }: { votes: Votes }) {
  const t = useTranslations("problems.result");
  const locale = useLocale();
  const { agreement, showAgreement } = votes.ranking;
  if (!showAgreement || agreement === null) return null;
  const level = agreement >= 0.7 ? "strong" : agreement >= 0.4 ? "some" : "little";
  const value = formatNumber(agreement, locale, { maxDecimals: 2 });
  return <p className="xs mut">{t("agreement", { word: t("agreementWord", { level }), value })}</p>;
}
