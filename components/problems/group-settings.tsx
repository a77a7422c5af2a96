"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { Stepper } from "@/components/ui/stepper";
import { DOTS_EACH, methodOf } from "@/lib/problems/votes";
import { localStore } from "@/lib/sync/local-store";
import type { Group } from "@/lib/workshops/schema";
import { rankingMethods } from "@/lib/workshops/vocabularies";
import type { Voter } from "./use-votes";

type Props = { group: Voter; place: string; onRemove: () => void };

/** Method, people and grains of one group; folded, because most groups need none of it changed. */
export function GroupSettings({ group, place, onRemove }: Props) {
  const t = useTranslations("problems.rank");
  const { id, fields } = group;
  const method = methodOf(fields);
  const save = (changed: Partial<Group>) =>
    localStore.record({ type: "group", subject: id, place, fields: changed });
  return (
    <details className="fold">
      <summary>
        {t("method")}: <b>{t(method)}</b>
      </summary>
      <div className="stack">
        <Segments
          name={`method-${id}`}
          label={t("method")}
          options={rankingMethods.map((value) => ({ value, label: t(value) }))}
          value={method}
          onChange={(value) => save({ method: value })}
        />
        <Stepper
          showLabel
          label={t("people")}
          value={fields.people ?? 0}
          onChange={(people) => save({ people: people || null })}
        />
        {method === "dots" && (
          <Stepper
            showLabel
            label={t("dotsEach")}
            value={fields.dotsPerPerson ?? DOTS_EACH}
            min={1}
            max={50}
            onChange={(dotsPerPerson) => save({ dotsPerPerson })}
          />
        )}
        <SavedText
          name={`label-${id}`}
          label={t("label")}
          optional
          value={fields.label}
          onSave={(label) => save({ label })}
        />
        <Button kind="danger" icon="trash" onClick={onRemove}>
          {t("deleteGroup")}
        </Button>
      </div>
    </details>
  );
}
