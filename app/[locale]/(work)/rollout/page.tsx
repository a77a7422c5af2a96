import { getLocale } from "next-intl/server";
import { CascadeBoard, WithoutPlan } from "@/components/rollout/cascade-board";
import { CascadeCard } from "@/components/rollout/cascade-card";
import { ChooseForm } from "@/components/rollout/choose-form";
import { Definitions } from "@/components/rollout/definitions";
import { Downloads } from "@/components/rollout/downloads";
import { GovernanceCard } from "@/components/rollout/governance-card";
import { LeftOut } from "@/components/rollout/left-out";
import { ProvinceTable } from "@/components/rollout/province-table";
import { PublishedFigures } from "@/components/rollout/published-figures";
import { ReachFacts } from "@/components/rollout/reach-facts";
import { ReachSteps } from "@/components/rollout/reach-steps";
import { TileGrid } from "@/components/rollout/tile-grid";
import { WaitingCard } from "@/components/rollout/waiting-card";
import { WhoPays } from "@/components/rollout/who-pays";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Written } from "@/components/ui/written";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { governanceOf } from "@/lib/counts/governance-queries";
import { DISPLAY_DAYS } from "@/lib/counts/stages";
import { modulesOf, plannedSteps, provinceLines, shownStages, sumBoard } from "@/lib/rollout/board";
import { boardOf } from "@/lib/rollout/board-queries";
import { readRolloutChoices, rolloutQuery } from "@/lib/rollout/choices";
import { reachUntil } from "@/lib/rollout/queries";
import { reviewedPlaces } from "@/lib/rollout/whose";
import { reachTitle, rolloutWords } from "@/lib/rollout/words";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RolloutPage({ searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const choices = readRolloutChoices(await searchParams, today());
  const { on, year } = choices;
  const [reach, board, governance, words] = await Promise.all([
    reachUntil(actor, on),
    boardOf(actor, { ...choices, within: null }),
    governanceOf(actor, { on, year, districtIds: reviewedPlaces(actor) }),
    rolloutWords(await getLocale()),
  ]);
  const { t, day } = words;
  const all = sumBoard(board.districts);
  const lines = provinceLines(board);
  const shown = shownStages(choices);
  const query = rolloutQuery(choices, today());
  const before = reach.steps.filter(({ month }) => month < `${year}-01`).at(-1)?.villages ?? 0;
  const paid = all.payers.own + all.payers.partner + all.payers.none;
  return (
    <Frame actor={actor} active="rollout">
      <PageHeader
        title={reachTitle(words, reach, all)}
        lead={t("leadPlan", { date: day(on), year: String(year) })}
        action={
          <>
            <ButtonLink href="/rollout/plan">{t("toPlan")}</ButtonLink>
            <ButtonLink href="/rollout/facilitators">{t("toFacilitators")}</ButtonLink>
            <Downloads query={query} words={words} path="/api/rollout/board" />
          </>
        }
      />
      <div className="stack">
        <Written name="reach" of={reach} also={[board]} by={String(year)}>
          <ReachFacts reach={reach} own={[all.payers.own, paid]} year={year} words={words} />
        </Written>
        <ChooseForm choices={choices} years={board.years} path="/rollout" />
        {all.villages === 0 && (
          <EmptyState title={t("noPlan.title", { year: String(year) })} why={t("noPlan.why")} />
        )}
        <Written name="board" className="stack" of={board} also={[reach, governance]} by={`${on} ${query}`}>
          <div className="aside-grid">
            <div className="stack">
              {all.villages > 0 && (
                <CascadeCard
                  line={all}
                  shown={shown}
                  modules={modulesOf(board.districts)}
                  on={on}
                  words={words}
                />
              )}
              <Card title={t("steps")}>
                <ReachSteps
                  steps={reach.steps}
                  published={reach.published}
                  planned={plannedSteps(board.months, before)}
                  on={on}
                />
              </Card>
              <PublishedFigures figures={reach.published} />
            </div>
            <div className="stack">
              <Card title={t("gridPlan", { year: String(year) })}>
                <TileGrid lines={lines} reached={reach.provinces} words={words} />
              </Card>
              {all.villages > 0 && (
                <WhoPays
                  counts={all.payers}
                  funders={board.funders}
                  spending={all}
                  year={year}
                  words={words}
                />
              )}
            </div>
          </div>
          {all.villages > 0 && (
            <>
              <LeftOut groups={board.groups} words={words} />
              <Card title={t("board.title")}>
                <CascadeBoard
                  lines={lines.filter(({ villages }) => villages > 0)}
                  shown={shown}
                  query={query}
                  words={words}
                  ofProvinces
                />
                <WithoutPlan lines={lines.filter(({ villages }) => villages === 0)} words={words} />
                <p className="sm mut mt-2">{t("board.note", { days: String(DISPLAY_DAYS) })}</p>
              </Card>
              <WaitingCard waiting={board.waiting} words={words} />
            </>
          )}
          <GovernanceCard measures={governance} year={year} words={words} />
          <Card title={t("byProvince")}>
            <ProvinceTable provinces={reach.provinces} />
          </Card>
          <Definitions words={words} />
        </Written>
      </div>
    </Frame>
  );
}
