"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FieldLink } from "@/components/field/router";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { formatNumber } from "@/lib/i18n/format";
import { methodOf, voteState } from "@/lib/problems/votes";
import { AddGroup } from "./add-group";
import { DotsVote, GrainsLeft } from "./dots-vote";
import { GroupChips } from "./group-chips";
import { useGroupName } from "./group-names";
import { GroupSettings } from "./group-settings";
import { MatrixVote } from "./matrix-vote";
import { PairsVote } from "./pairs-vote";
import { RankingResults } from "./ranking-results";
import { UndoNotice, useUndo } from "./undo-notice";
import { Unheard } from "./unheard";
import { useVotes, type Voter, type Votes } from "./use-votes";

type Props = { workshopId: string; place: string };

/** Step 5: each group ranks the problems its own way; then all see where they agree. */
export function RankingStep({ workshopId, place }: Props) {
  const t = useTranslations("problems.rank");
  const nameOf = useGroupName();
  const votes = useVotes(workshopId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { deleted, remove, undo } = useUndo();
  const { voters, records, ready } = votes;
  const open = voters.filter((group) => voteState(group, records) !== "done");
  const first = ready ? (open[0] ?? voters[0])?.id : undefined;
  useEffect(() => {
    // Kept from here on: the card must not jump to the next group with the last grain put down.
    if (chosen === null && first) setChosen(first);
  }, [chosen, first]);
  if (!ready) return null;
  if (votes.problems.length < 2) return <EmptyState title={t("noProblems")} why={t("noProblemsWhy")} />;
  const group = voters.find(({ id }) => id === chosen);
  const next = open.find(({ id }) => id !== group?.id);
  const onRemove = (gone: Voter) => {
    const words = t("groupDeleted", { name: nameOf(gone.fields) });
    setChosen(null);
    void remove({ type: "group", id: gone.id, words });
  };
  return (
    <div className="stack">
      <div className="stack-s">
        <p className="sm mut">{t(group && methodOf(group.fields) === "dots" ? "leadDots" : "lead")}</p>
        <GroupChips votes={votes} current={group?.id} onChoose={setChosen} onAdd={() => setAdding(true)} />
      </div>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {group && <GroupVoteCard key={group.id} {...{ votes, group, place, onRemove }} />}
      {voters.length === 0 && <EmptyState title={t("noGroups")} why={t("noGroupsWhy")} />}
      <RankingResults votes={votes} workshopId={workshopId} place={place} />
      <Unheard votes={votes} workshopId={workshopId} />
      {next && (
        <Button wide onClick={() => setChosen(next.id)}>
          {t("next", { name: nameOf(next.fields) })}
        </Button>
      )}
      <AddGroup
        open={adding}
        workshopId={workshopId}
        place={place}
        onClose={() => setAdding(false)}
        onAdded={setChosen}
      />
    </div>
  );
}

type CardProps = { votes: Votes; group: Voter; place: string; onRemove: (group: Voter) => void };

function GroupVoteCard({ votes, group, place, onRemove }: CardProps) {
  const t = useTranslations("problems.rank");
  const tStep = useTranslations("problems.step");
  const locale = useLocale();
  const name = useGroupName()(group.fields);
  const { people } = group.fields;
  const n = formatNumber(people ?? 0, locale);
  const method = methodOf(group.fields);
  return (
    <section className="card">
      <div className="row between wrap">
        <h2>{people ? t("heading", { count: people, name, n }) : t("headingOnly", { name })}</h2>
        {method === "dots" && <GrainsLeft votes={votes} group={group} />}
      </div>
      <GroupSettings group={group} place={place} onRemove={() => onRemove(group)} />
      {method === "dots" && <DotsVote votes={votes} group={group} place={place} />}
      {method === "pairwise" && <PairsVote votes={votes} group={group} place={place} />}
      {method === "matrix" && <MatrixVote votes={votes} group={group} place={place} />}
      <FieldLink to={`/field/workshops/${group.fields.workshopId}/problems`} className="btn quiet">
        <Icon name="plus" small />
        {tStep("add")}
      </FieldLink>
    </section>
  );
}
