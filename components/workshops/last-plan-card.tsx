"use client";

import { useTranslations } from "next-intl";
import { FieldLink } from "../field/router";
import { usePreviousPlan } from "../plans/use-previous-plan";
import { usePlanWords } from "./plan-words";

type Props = { workshopId: string; place: string };

/** The last plan opens the next workshop: how it stands, and the way to what of it is promised again. */
export function LastPlanCard({ workshopId, place }: Props) {
  const t = useTranslations("workshops.lastPlan");
  const last = usePreviousPlan(workshopId, place);
  const words = usePlanWords(last?.id ?? null);
  if (!last || !words) return null;
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p>{words.text}</p>
      <div className="row wrap">
        <FieldLink to={`/field/plans/${last.id}`} className="btn">
          {t("open")}
        </FieldLink>
        {!words.allDone && (
          <FieldLink to={`/field/workshops/${workshopId}/plan`} className="btn quiet">
            {t("carry")}
          </FieldLink>
        )}
      </div>
    </section>
  );
}
