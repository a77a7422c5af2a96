import { getLocale } from "next-intl/server";
import { CascadeBoard } from "@/components/rollout/cascade-board";
import { CascadeCard } from "@/components/rollout/cascade-card";
import { ChooseForm } from "@/components/rollout/choose-form";
import { Downloads } from "@/components/rollout/downloads";
import { LeftOut } from "@/components/rollout/left-out";
import { PlannedVillages } from "@/components/rollout/planned-villages";
import { WaitingCard } from "@/components/rollout/waiting-card";
import { WhoPays } from "@/components/rollout/who-pays";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageRead } from "@/lib/access/page-read";
import { requireActor } from "@/lib/access/session";
import { today } from "@/lib/clock";
import { placeName } from "@/lib/i18n/place-name";
import { districtLines, modulesOf, shownStages, sumBoard } from "@/lib/rollout/board";
import { boardOf } from "@/lib/rollout/board-queries";
import { readRolloutChoices, rolloutQuery } from "@/lib/rollout/choices";
import { plannedVillages, rolloutPlace } from "@/lib/rollout/village-queries";
import { rolloutWords } from "@/lib/rollout/words";
import { Frame } from "../../frame";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A province by its districts, a district by its villages: which are behind, and why. */
export default async function RolloutPlacePage({ params, searchParams }: Props) {
  const actor = await requireActor("rollout.read");
  const place = await pageRead(rolloutPlace(actor, (await params).code));
  const choices = readRolloutChoices(await searchParams, today());
  const { on, year } = choices;
  const asked = { ...choices, within: place.id };
  const ofDistrict = place.level === "district";
  const [board, villages, words] = await Promise.all([
    boardOf(actor, asked),
    ofDistrict ? plannedVillages(actor, asked) : [],
    rolloutWords(await getLocale()),
  ]);
  const { t, n, day, locale } = words;
  const all = sumBoard(board.districts);
  const shown = shownStages(choices);
  const query = rolloutQuery(choices, today());
  const { due, behind } = all.stages.village;
  const path = `/rollout/${place.code}`;
  return (
    <Frame actor={actor} active="rollout">
      <PageHeader
        title={t("place.titleProvince", { place: placeName(place, locale), due: n(due), behind: n(behind) })}
        lead={t("place.lead", { year: String(year), date: day(on), n: n(all.villages) })}
        action={<Downloads query={query} words={words} path={`/api/rollout/board/${place.code}`} />}
      />
      <div className="stack">
        <div className="row wrap noprint">
          <ButtonLink href={`/rollout${query}`} kind="quiet" icon="back">
            {t("place.back")}
          </ButtonLink>
          {ofDistrict && (
            <ButtonLink href={`/rollout/${place.provinceCode}${query}`} kind="quiet" icon="back">
              {t("place.backProvince")}
            </ButtonLink>
          )}
        </div>
        <ChooseForm choices={choices} years={board.years} path={path} />
        {all.villages === 0 ? (
          <EmptyState title={t("noPlan.title", { year: String(year) })} why={t("noPlan.why")} />
        ) : (
          <>
            <div className="aside-grid">
              <CascadeCard
                line={all}
                shown={shown}
                modules={modulesOf(board.districts)}
                on={on}
                words={words}
              />
              <WhoPays counts={all.payers} funders={board.funders} spending={all} year={year} words={words} />
            </div>
            <WaitingCard waiting={board.waiting} words={words} />
            {ofDistrict ? (
              <Card title={t("place.villages")}>
                <PlannedVillages villages={villages} on={on} words={words} />
              </Card>
            ) : (
              <>
                <Card title={t("board.title")}>
                  <CascadeBoard lines={districtLines(board)} shown={shown} query={query} words={words} />
                </Card>
                <LeftOut groups={board.groups} words={words} />
              </>
            )}
          </>
        )}
      </div>
    </Frame>
  );
}
