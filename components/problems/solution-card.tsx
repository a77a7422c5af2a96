"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import type { FieldRecord } from "@/components/field/store-hooks";
import { useAutosave } from "@/components/field/use-autosave";
import { CheckField } from "@/components/form/check-cards";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import type { Solution } from "@/lib/problems/schema";
import { localStore } from "@/lib/sync/local-store";
import { useGroupName } from "./group-names";
import type { Votes } from "./use-votes";

type Props = {
  solution: FieldRecord<"solution">;
  votes: Votes;
  place: string;
  onRemove: (id: string, text: string) => void;
};

export function SolutionCard({ solution, votes, place, onRemove }: Props) {
  const t = useTranslations("problems.solution");
  const tForm = useTranslations("problems.form");
  const nameOf = useGroupName();
  const { id, fields } = solution;
  const save = (changed: Partial<Solution>) =>
    localStore.record({ type: "solution", subject: id, place, fields: changed });
  const chosen = useAutosave(fields.chosen, (now) => save({ chosen: now }));
  return (
    <div className="solution brief stack-s">
      <SavedText
        long
        name={`solution-${id}`}
        label={t("text")}
        value={fields.text}
        required
        optional={false}
        onSave={(text) => save({ text: text ?? "" })}
      />
      <Select
        name={`from-${id}`}
        label={t("from")}
        optional
        placeholder={tForm("raisedByNobody")}
        options={votes.voters.map((group) => ({ value: group.id, label: nameOf(group.fields) }))}
        value={fields.proposedByGroupId ?? ""}
        onChange={(event) => save({ proposedByGroupId: event.target.value || null })}
      />
      <div className="row">
        <div className="grow">
          <CheckField
            label={t("choose")}
            checked={chosen.value}
            onChange={(event) => {
              chosen.change(event.target.checked);
              void chosen.flush();
            }}
          />
        </div>
        <Button
          kind="quiet"
          icon="trash"
          aria-label={t("delete", { text: fields.text })}
          onClick={() => onRemove(id, fields.text)}
        />
      </div>
    </div>
  );
}
