"use client";

import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { StatusPill } from "@/components/ui/status-pill";
import { formatNumber } from "@/lib/i18n/format";
import { ActionFacts, AnswersProblem } from "./action-facts";
import { type ActionView, markOf } from "./action-view";

/** An action folded up while the plan is being made: a press unfolds its fields. */
export function ActionLine({ view, onOpen }: { view: ActionView; onOpen: () => void }) {
  const t = useTranslations("plans.action");
  const locale = useLocale();
  const n = formatNumber(view.number, locale);
  const what = view.fields.what || t("untitled");
  return (
    <article className="card">
      <div className="row between top">
        <div className="grow">
          <p className="sm mut">
            {t("number", { n })}
            {view.fields.carriedFromId && ` · ${t("carried")}`}
          </p>
          <h3>{what}</h3>
          {view.reports.length > 0 && <StatusPill status={markOf(view)} />}
          <AnswersProblem view={view} />
        </div>
        <button type="button" className="btn sq quiet" aria-label={t("open", { n, what })} onClick={onOpen}>
          <Icon name="edit" />
        </button>
      </div>
      <ActionFacts view={view} />
    </article>
  );
}
