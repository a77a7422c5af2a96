"use client";

import { useTranslations } from "next-intl";
import { localStore } from "@/lib/sync/local-store";
import type { Commitment } from "@/lib/workshops/schema";
import { SavedText } from "../field/saved-text";
import type { FieldRecord } from "../field/store-hooks";
import { DateField } from "../form/date-field";
import { Button } from "../ui/button";

type Props = { pledge: FieldRecord<"commitment">; onRemove: () => void };

/** One promise: what, and by when. */
export function PledgeCard({ pledge, onRemove }: Props) {
  const t = useTranslations("workshops.pledges");
  const { id, place, fields } = pledge;
  const save = (changed: Partial<Commitment>) =>
    localStore.record({ type: "commitment", subject: id, place, fields: changed, seen: pledge.versions });
  return (
    <div className="card stack-s">
      <SavedText
        name={`pledge-${id}`}
        long
        label={t("text")}
        optional={false}
        value={fields.text}
        onSave={(text) => save({ text: text ?? "" })}
      />
      <DateField
        name={`pledge-due-${id}`}
        label={t("due")}
        optional
        value={fields.due}
        onChange={(iso) => void save({ due: iso || null })}
      />
      <Button kind="quiet" icon="trash" onClick={onRemove}>
        {t("remove")}
      </Button>
    </div>
  );
}
