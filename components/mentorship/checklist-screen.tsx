"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { inOrderOfNeed, isDue, scoreOf, verdictOf } from "@/lib/mentorship/rules";
import { FieldRow } from "../field/field-row";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { FieldLink } from "../field/router";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { SessionCard } from "./session-card";
import { type MenteeOnPhone, marksOf, useChecklists, useFacilities, useMentees } from "./use-mentorship";

/** Who is to be scored this quarter, those whose critical item failed first; works with no network. */
export function ChecklistScreen() {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const mentees = useMentees();
  const { byId } = useChecklists();
  const facilities = useFacilities();
  if (!mentees || !facilities.ready) return <LoadingScreen />;
  const rows = inOrderOfNeed(
    mentees.map((mentee) => {
      const last = mentee.scored.at(-1);
      const list = last && byId.get(last.fields.checklistId);
      const marks = last ? marksOf(last) : {};
      return {
        ...mentee,
        verdict: list ? verdictOf(list, marks) : null,
        score: list ? scoreOf(list, marks) : null,
        criticalMissed: list ? scoreOf(list, marks).critical.length : 0,
        due: isDue(
          mentee.status,
          mentee.scored.map(({ fields }) => fields.date),
          today(),
        ),
      };
    }),
  );
  const due = rows.filter((row) => row.due).length;
  return (
    <FieldScreen
      title={t("list.title", { count: due, n: formatNumber(due, locale) })}
      subtitle={rows.length > 0 ? t("list.order") : undefined}
      tab="checklist"
    >
      <SessionCard />
      {rows.length === 0 ? (
        <EmptyState title={t("list.none")} why={t("list.noneWhy")} />
      ) : (
        <ul className="card list">
          {rows.map((row) => (
            <li key={row.id}>
              <MenteeRow row={row} facility={facilities.name(row.facilityId)} />
            </li>
          ))}
        </ul>
      )}
      <section>
        <h2>{t("list.facilities")}</h2>
        <p className="sm mut">{t("list.facilityWhy")}</p>
        <ul className="card list mt-2">
          {facilities.all.map(({ id }) => (
            <li key={id}>
              <FieldRow to={`/field/checklist/facility/${id}`} icon="pin" name={facilities.name(id)} />
            </li>
          ))}
        </ul>
      </section>
      <FieldLink to="/field/checklist/plan" className="btn wide">
        {t("plan.title")}
        <Icon name="forward" small />
      </FieldLink>
    </FieldScreen>
  );
}

type Row = MenteeOnPhone & {
  due: boolean;
  criticalMissed: number;
  score: { done: number; applicable: number } | null;
};

function MenteeRow({ row, facility }: { row: Row; facility: string }) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const under = row.own.some(({ fields }) => !fields.finished);
  const away = row.status !== "active";
  const said = away
    ? [t(`state.${row.status}`), row.until && t("mentee.until", { date: formatDate(row.until, locale) })]
    : [
        under
          ? t("list.under")
          : row.score
            ? t("list.last", { score: t("score", { done: n(row.score.done), all: n(row.score.applicable) }) })
            : t("list.first"),
        row.criticalMissed > 0 && t("missed", { count: row.criticalMissed, n: n(row.criticalMissed) }),
      ];
  const status = away
    ? "dropped"
    : under
      ? "doing"
      : !row.due
        ? "done"
        : row.criticalMissed > 0
          ? "late"
          : "todo";
  return (
    <FieldRow
      to={`/field/checklist/mentee/${row.id}`}
      status={status}
      name={row.name}
      why={[facility, row.track === "replacement" && t("track.replacement"), ...said]
        .filter(Boolean)
        .join(" · ")}
    />
  );
}
