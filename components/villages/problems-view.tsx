import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { ShownProblem, VillageProblems } from "@/lib/villages/views";
import { RankChart } from "../problems/rank-chart";
import { mostLines, rankChartShape } from "../problems/rank-chart-shape";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageHeader } from "../ui/page-header";
import { useVillageGroup } from "./village-words";
import { inRankOrder, rankingOf, type ShownRanking } from "./votes";
import { WorkshopChips } from "./workshop-choice";

type Props = { village: VillageProblems; meeting: string | null };

/** The problems in the order of the meeting, how each group saw them, and what lies behind each. */
export function ProblemsView({ village, meeting }: Props) {
  const t = useTranslations("villages.problems");
  const theme = useTranslations("problems.themes");
  const locale = useLocale();
  const { head, problems, workshops, workshopId, votes } = village;
  const ranking = rankingOf(problems, votes, meeting);
  const note = votes.groups.find(({ id }) => id === meeting)?.fields.tieNote;
  return (
    <>
      <PageHeader
        title={t("title", { count: problems.length, n: formatNumber(problems.length, locale) })}
        action={
          problems.length > 0 && (
            <ButtonLink href={`/themes?place=${head.code ?? head.id}&kind=problem`}>
              {theme("legend")}
            </ButtonLink>
          )
        }
      />
      <WorkshopChips head={head} page="problems" workshops={workshops} current={workshopId} />
      {problems.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <div className="stack">
          {ranking.groups.length > 0 && <Votes problems={problems} ranking={ranking} note={note ?? null} />}
          {inRankOrder(problems, ranking).map(({ problem, place }) => (
            <ProblemCard
              key={problem.id}
              problem={problem}
              rank={place?.decidedRank ?? place?.rank ?? null}
              differ={place?.groupsDiffer ?? false}
            />
          ))}
        </div>
      )}
    </>
  );
}

type VotesProps = { problems: readonly ShownProblem[]; ranking: ShownRanking; note: string | null };

function Votes({ problems, ranking, note }: VotesProps) {
  const t = useTranslations("villages.problems");
  const locale = useLocale();
  const group = useVillageGroup();
  const number = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const named = ranking.voters.map(({ id, fields, ethnicName }) => ({
    id,
    name: group({ ...fields, ethnicName }),
  }));
  const heard = named.filter(({ id }) => ranking.groups.includes(id));
  const silent = named.filter(({ id }) => ranking.silentGroups.includes(id)).map(({ name }) => name);
  const rows = inRankOrder(problems, ranking);
  const lines = rows.slice(0, mostLines).map(({ problem, place }) => ({
    id: problem.id,
    number: problem.number,
    ranks: heard.map(({ id }) => place?.rankByGroup[id] ?? null),
  }));
  return (
    <section className="card">
      <h2>{t("tableTitle")}</h2>
      <div className="village-grid">
        <RankChart
          shape={rankChartShape(lines, heard.length)}
          names={heard.map(({ name }) => name)}
          label={t("tableTitle")}
          number={number}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too */}
        <section className="scroll-x" aria-label={t("tableTitle")} tabIndex={0}>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{t("problem")}</th>
                {heard.map(({ id, name }) => (
                  <th key={id} scope="col" className="n">
                    {name}
                  </th>
                ))}
                <th scope="col" className="n">
                  {t("together")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ problem, place }) => (
                <tr key={problem.id}>
                  <th scope="row">
                    {number(problem.number)}. {problem.statement}
                  </th>
                  {heard.map(({ id }) => {
                    const rank = place?.rankByGroup[id];
                    return (
                      <td key={id} className="n">
                        {rank ? number(rank) : t("notRanked")}
                      </td>
                    );
                  })}
                  <td className="n">
                    {place?.rank ? number(place.rank) : t("notRanked")}
                    {(place?.tiedWith.length ?? 0) > 0 && ` (${t("tied")})`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      {silent.length > 0 && <p className="sm mut">{t("silent", { groups: formatList(silent, locale) })}</p>}
      {note && <p className="sm mut">{t("tieNote", { note })}</p>}
    </section>
  );
}

type CardProps = { problem: ShownProblem; rank: number | null; differ: boolean };

function ProblemCard({ problem, rank, differ }: CardProps) {
  const t = useTranslations("villages.problems");
  const category = useTranslations("problems.category");
  const theme = useTranslations("problems.themes");
  const locale = useLocale();
  const { peopleTouched, whomItTouches } = problem;
  const number = (value: number) => formatNumber(value, locale);
  const facts = [
    rank !== null ? `${t("rank")} ${number(rank)}` : t("notRanked"),
    problem.category && category(problem.category),
    whomItTouches && t("touches", { whom: whomItTouches }),
    peopleTouched !== null && t("touchesPeople", { count: peopleTouched, n: number(peopleTouched) }),
  ];
  const lists = [
    ["causes", problem.nodes.filter(({ kind }) => kind === "cause")],
    ["effects", problem.nodes.filter(({ kind }) => kind === "effect")],
    ["solutions", problem.solutions],
  ] as const;
  return (
    <article className="card action-card" id={`problem-${problem.id}`}>
      <h2 className="row">
        <b className="no">{number(problem.number)}</b> {problem.statement}
      </h2>
      <p className="sm mut">{facts.filter(Boolean).join(" · ")}</p>
      {problem.themes && problem.themes.length > 0 && (
        <p className="sm">
          {theme("legend")}: {problem.themes.map((code) => theme(`code.${code}`)).join(" · ")}
        </p>
      )}
      {differ && <p className="sm">{t("groupsDiffer")}</p>}
      <dl className="action-facts">
        {lists.map(
          ([key, items]) =>
            items.length > 0 && (
              <div key={key}>
                <dt>{t(key)}</dt>
                {items.map((item) => (
                  <dd key={item.id}>
                    {item.text}
                    {"chosen" in item && item.chosen && ` (${t("chosen")})`}
                  </dd>
                ))}
              </div>
            ),
        )}
      </dl>
    </article>
  );
}
