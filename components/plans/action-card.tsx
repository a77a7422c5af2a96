"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldLink } from "@/components/field/router";
import { Button } from "@/components/ui/button";
import { StatusPill } from "@/components/ui/status-pill";
import { formatNumber } from "@/lib/i18n/format";
import { ActionFacts, AnswersProblem } from "./action-facts";
import { type ActionView, isOpenView, markOf } from "./action-view";
import { PhotoButton } from "./photo-button";
import { ProgressSheet } from "./progress-sheet";

type Props = { view: ActionView; workshopId: string; place: string; first?: boolean };

/** One action of the list: state first, what, which problem, who and when, and the one next step. */
export function ActionCard({ view, workshopId, place, first }: Props) {
  const t = useTranslations("plans.action");
  const locale = useLocale();
  const [photoId, setPhotoId] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const n = formatNumber(view.number, locale);
  const what = view.fields.what || t("untitled");
  const withPhoto = (taken: string) => {
    setPhotoId(taken);
    setOpen(true);
  };
  return (
    <article className="card">
      <div className="row between wrap">
        <StatusPill status={markOf(view)} />
        <span className="sm mut nw">{t("number", { n })}</span>
      </div>
      <h2 className="mt-1">
        <FieldLink to={`/field/actions/${view.id}`} className="plain-link">
          {what}
        </FieldLink>
      </h2>
      <AnswersProblem view={view} />
      {view.fields.carriedFromId && <p className="sm mut">{t("carried")}</p>}
      <ActionFacts view={view} />
      {isOpenView(view) && (
        <div className="row mt-3">
          <Button kind={first ? "pri" : "dim"} className="grow" onClick={() => setOpen(true)}>
            {t("record")}
          </Button>
          <PhotoButton label={t("photo")} workshopId={workshopId} place={place} onTaken={withPhoto} />
        </div>
      )}
      <ProgressSheet
        open={open}
        onClose={() => setOpen(false)}
        {...{ view, workshopId, place, photoId, setPhotoId }}
      />
    </article>
  );
}
