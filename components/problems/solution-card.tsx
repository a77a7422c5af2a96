"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import type { FieldRecord } from "@/components/field/store-hooks";
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
  return (
    <div className="solution stack-s">
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
            checked={fields.chosen}
            onChange={(event) => save({ chosen: event.target.checked })}
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
