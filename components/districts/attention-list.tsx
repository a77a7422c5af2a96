import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { Attention } from "@/lib/districts/attention";
import type { ReviewedVillage } from "@/lib/districts/review";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import { ButtonLink } from "../ui/button";
import { StatusMark } from "../ui/status-mark";

type Props = {
  entries: readonly Attention[];
  villages: readonly ReviewedVillage[];
  district: string;
  mayInstruct: boolean;
};

/** What needs the reader: one sentence, its reason, one verb. The numbers are those on the map. */
export function AttentionList({ entries, villages, district, mayInstruct }: Props) {
  return (
    <ol className="att">
      {entries.map((entry, index) => (
        <li key={keyOf(entry)}>
          <span className="att-mark">
            <StatusMark status={entry.mark} size={24} />
          </span>
          <Sentence entry={entry} number={index + 1} villages={villages} />
          <Act entry={entry} first={index === 0} district={district} mayInstruct={mayInstruct} />
        </li>
      ))}
    </ol>
  );
}

const keyOf = (entry: Attention) =>
  entry.kind === "late_action"
    ? entry.action.id
    : entry.kind === "no_answer"
      ? entry.instruction.id
      : entry.kind === "promise"
        ? entry.promise.id
        : `${entry.villageId}${entry.dueDate}`;

function useWords(entry: Attention): { head: string; why: string } {
  const t = useTranslations("districts.today");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const days = formatNumber("days" in entry ? entry.days : entry.daysLate, locale);
  switch (entry.kind) {
    case "late_action": {
      const lead = entry.action.lead ? office(entry.action.lead) : t("noLead");
      return { head: entry.action.what, why: t("lateSince", { days, office: lead }) };
    }
    case "no_answer": {
      const date = formatDate(entry.instruction.date, locale);
      return {
        head: t("noAnswer", { office: office(entry.instruction.toOffice) }),
        why: t("noAnswerWhy", { date, days }),
      };
    }
    case "promise":
      return { head: entry.promise.text, why: `${t("promise")} · ${t("promiseWhy", { days })}` };
    case "visit":
      return { head: t("visit"), why: t("visitWhy", { date: formatDate(entry.dueDate, locale), days }) };
  }
}

function Sentence({
  entry,
  number,
  villages,
}: {
  entry: Attention;
  number: number;
  villages: readonly ReviewedVillage[];
}) {
  const { head, why } = useWords(entry);
  const locale = useLocale();
  const village = villages.find(({ id }) => id === entry.villageId);
  return (
    <div>
      <p className="sm">
        <span className="att-no">{number}</span>
        <span className="nw">{village ? villageName(village, locale) : null}</span>
      </p>
      <p className="att-head">{head}</p>
      <p className="sm mut">{why}</p>
    </div>
  );
}

type ActProps = { entry: Attention; first: boolean; district: string; mayInstruct: boolean };

function Act({ entry, first, district, mayInstruct }: ActProps) {
  const t = useTranslations("districts.today");
  const office = useTranslations("plans.office");
  const query = (extra: string) => `/instructions/new?district=${district}&${extra}`;
  const village = entry.villageId ? `&village=${entry.villageId}` : "";
  const kind = first ? "pri" : "plain";
  const evidence =
    entry.kind === "late_action"
      ? `/places/${entry.villageId}/plan#action-${entry.action.id}`
      : entry.kind === "no_answer"
        ? `/instructions/${entry.instruction.id}`
        : entry.villageId
          ? `/places/${entry.villageId}`
          : `/villages?district=${district}`;
  const act = {
    late_action: () => ({
      href: query(
        `action=${entry.kind === "late_action" ? entry.action.id : ""}${village}&office=${entry.kind === "late_action" ? (entry.action.lead ?? "") : ""}`,
      ),
      word:
        entry.kind === "late_action" && entry.action.lead
          ? t("instruct", { office: office(entry.action.lead) })
          : t("instructPlain"),
    }),
    no_answer: () => ({
      href: `/instructions/${entry.kind === "no_answer" ? entry.instruction.id : ""}`,
      word: t("ask"),
    }),
    promise: () => ({ href: query(`office=district_governor${village}`), word: t("instructPlain") }),
    visit: () => ({ href: query(`office=facilitator_team${village}`), word: t("arrange") }),
  }[entry.kind]();
  return (
    <div className="att-act noprint">
      {mayInstruct && (
        <ButtonLink href={act.href} kind={kind}>
          {act.word}
        </ButtonLink>
      )}
      <ButtonLink href={evidence} kind="quiet">
        {t("evidence")}
      </ButtonLink>
    </div>
  );
}
