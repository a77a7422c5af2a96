"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import { Notice } from "@/components/ui/notice";
import { rankByPairs } from "@/lib/problems/pairwise";
import { choicesOf } from "@/lib/problems/votes";
import type { Group } from "@/lib/workshops/schema";
import { PairQuestion } from "./pair-question";
import { recordAgain } from "./record-again";
import type { Votes } from "./use-votes";
import type { ProblemRow } from "./workshop-records";

type Props = { votes: Votes; workshopId: string; place: string };

/** A tie between the groups is broken by the meeting comparing what is tied, with a note how; never by the program. */
export function TieBreaks({ votes, workshopId, place }: Props) {
  const t = useTranslations("problems.result");
  const { meeting, ranking, records } = votes;
  // While a group is still to vote, its voice may break the tie.
  if (!meeting || ranking.ties.length === 0 || ranking.silentGroups.length > 0) return null;
  const record = records.groups.find(({ id }) => id === meeting);
  const save = (fields: Partial<Group>) =>
    recordAgain({
      type: "group",
      subject: meeting,
      place,
      fields: { workshopId, kind: "all", ...fields },
    });
  const choices = choicesOf(records.comparisons, meeting);
  const open = ranking.ties.flatMap((tie) => rankByPairs(tie, choices).missing.slice(0, 1));
  const by = (id: string) => votes.problems.find((problem) => problem.id === id) as ProblemRow;
  return (
    <Notice tone="soon" title={t("tieTitle")}>
      <div className="stack">
        {open.map(([a, b]) => (
          <PairQuestion
            key={`${a}${b}`}
            one={by(a)}
            other={by(b)}
            group={{ id: meeting, fields: { workshopId } }}
            place={place}
            question={t("tieText")}
            onAnswered={() => !record && void save({})}
          />
        ))}
        <SavedText
          long
          name="tie-note"
          label={t("tieNote")}
          help={t("tieNoteHelp")}
          value={record?.fields.tieNote}
          onSave={(tieNote) => save({ tieNote })}
        />
      </div>
    </Notice>
  );
}
