"use client";

import { useTranslations } from "next-intl";
import { SavedText } from "@/components/field/saved-text";
import type { FieldRecord } from "@/components/field/store-hooks";
import { DateField } from "@/components/form/date-field";
import type { Plan } from "@/lib/plans/schema";
import { localStore } from "@/lib/sync/local-store";
import { Endorsements } from "./endorsements";
import { PhotoButton } from "./photo-button";
import { PhotoPreview } from "./progress-sheet";
import { VisitMonths } from "./visit-months";

type Props = { plan: FieldRecord<"plan">; place: string };

/** A plan on the wall is displayed; giving the day back takes it off again. */
function statusAfter(plan: Plan, displayedDate: string): Plan["status"] {
  if (displayedDate) return plan.status === "draft" || plan.status === "endorsed" ? "displayed" : plan.status;
  return plan.status === "displayed" ? "endorsed" : plan.status;
}

/** When and by whom the plan was agreed, where it hangs, with a photo of it. */
export function Agreement({ plan, place }: Props) {
  const t = useTranslations("plans.agree");
  const { id, fields } = plan;
  const save = (changed: Partial<Plan>) =>
    localStore.record({ type: "plan", subject: id, place, fields: changed });
  return (
    <section className="card stack">
      <h2>{t("title")}</h2>
      <DateField
        name={`agreed-${id}`}
        label={t("agreedDate")}
        optional
        value={fields.agreedDate ?? ""}
        onChange={(agreedDate) => save({ agreedDate: agreedDate || null })}
      />
      <Endorsements plan={plan} place={place} />
      <DateField
        name={`displayed-${id}`}
        label={t("displayedDate")}
        optional
        value={fields.displayedDate ?? ""}
        onChange={(day) => save({ displayedDate: day || null, status: statusAfter(fields, day) })}
      />
      <SavedText
        name={`display-place-${id}`}
        label={t("displayPlace")}
        help={t("displayPlaceHelp")}
        value={fields.displayPlace}
        onSave={(displayPlace) => save({ displayPlace })}
      />
      <div>
        <p className="lab">{t("displayPhoto")}</p>
        <PhotoPreview photoId={fields.displayPhotoId} />
        <PhotoButton
          label={t("displayPhoto")}
          words={t("displayPhoto")}
          workshopId={fields.workshopId}
          place={place}
          purpose="display"
          onTaken={(displayPhotoId) => save({ displayPhotoId })}
        />
      </div>
      <VisitMonths value={fields.visitOffsets} onSave={(visitOffsets) => save({ visitOffsets })} />
      <DateField
        name={`review-${id}`}
        label={t("nextReview")}
        optional
        value={fields.nextReview ?? ""}
        onChange={(nextReview) => save({ nextReview: nextReview || null })}
      />
    </section>
  );
}
