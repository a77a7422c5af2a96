"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
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
  if (!votes.ready) return null;
  if (votes.problems.length < 2) return <EmptyState title={t("noProblems")} why={t("noProblemsWhy")} />;
  const open = votes.voters.filter((group) => voteState(group, votes.records) !== "done");
  const group = votes.voters.find(({ id }) => id === chosen) ?? open[0] ?? votes.voters[0];
  const next = open.find(({ id }) => id !== group?.id);
  const onRemove = (gone: Voter) => {
    const words = t("groupDeleted", { name: nameOf(gone.fields) });
    void remove({ type: "group", id: gone.id, words });
  };
  return (
    <div className="stack">
      <div className="stack-s">
        <p className="sm mut">{t(group && methodOf(group.fields) === "dots" ? "leadDots" : "lead")}</p>
        <GroupChips votes={votes} current={group?.id} onChoose={setChosen} onAdd={() => setAdding(true)} />
      </div>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {group ? (
        <GroupVoteCard key={group.id} votes={votes} group={group} place={place} onRemove={onRemove} />
      ) : (
        <EmptyState title={t("noGroups")} why={t("noGroupsWhy")} />
      )}
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
    </section>
  );
}
