"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Votes } from "@/components/problems/use-votes";
import { StatusMark } from "@/components/ui/status-mark";
import { formatNumber } from "@/lib/i18n/format";
import { planReadiness, type ReadinessResult } from "@/lib/plans/readiness";
import type { ActionView } from "./action-view";

type Props = { views: readonly ActionView[]; votes: Votes };

/** What must hold before the plan is put before those who endorse it, and what is only advice. */
export function Readiness({ views, votes }: Props) {
  const t = useTranslations("plans.ready");
  const locale = useLocale();
  const { ready, checks } = planReadiness({
    actions: views.map(({ id, fields }) => ({ id, ...fields })),
    problems: votes.ranking.decided.map(({ problem, decidedRank }) => ({ id: problem, rank: decidedRank })),
  });
  // Of an empty plan nothing is true yet, though nothing in it is wrong.
  const shown = checks.filter(({ check }) => views.length > 0 || check === "has_actions");
  const missing = shown.filter(({ ok, required }) => required && !ok).length;
  return (
    <section className="card">
      <h2>{t("title")}</h2>
      <p className="sm mut">
        {ready ? t("yes") : t("no", { count: missing, n: formatNumber(missing, locale) })}
      </p>
      <ul className="stack-s mt-2">
        {shown.map((check) => (
          <CheckLine key={check.check} {...check} />
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ check, ok, required, failing }: ReadinessResult) {
  const t = useTranslations("plans.ready");
  const locale = useLocale();
  const count = failing.length;
  const n = formatNumber(count, locale);
  const how = check === "top_problems_answered" ? "failingProblems" : "failing";
  return (
    <li className="row top">
      <StatusMark
        status={ok ? "done" : required ? "soon" : "todo"}
        size={20}
        label={t(ok ? "ok" : "missing")}
      />
      <span className="grow sm">
        {t(check)}
        {!ok && (
          <span className="mut">
            {count > 0 && ` · ${t(how, { count, n })}`}
            {!required && ` · ${t("advice")}`}
          </span>
        )}
      </span>
    </li>
  );
}
