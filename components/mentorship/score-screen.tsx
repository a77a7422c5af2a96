"use client";

import "./mentorship.css";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { sectionScores } from "@/lib/mentorship/rules";
import { personTools } from "@/lib/mentorship/vocabularies";
import type { KnownChecklist } from "@/lib/sync/known";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { fieldNavigate } from "../field/router";
import { useRecord, useRecords } from "../field/store-hooks";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { StepsBar } from "../ui/steps-bar";
import { ResultView } from "./result-view";
import { ScoreFoot } from "./score-foot";
import { ScoreItem } from "./score-item";
import { type Assessed, finishedWith, marksOf, useChecklists, useFacilities } from "./use-mentorship";

type Props = { assessmentId: string; part: string | undefined };

/** One checklist for one mentee or place: a step at a time, what failed said at once, the result and the plan at the end. */
export function ScoreScreen({ assessmentId, part }: Props) {
  const assessed = useRecord("assessment", assessmentId);
  const { ready, byId } = useChecklists();
  if (assessed === undefined || !ready) return <LoadingScreen />;
  const list = assessed && byId.get(assessed.fields.checklistId);
  if (!assessed || !list) return <LostScreen />;
  return <Scoring assessed={assessed} list={list} part={part} />;
}

type ScoringProps = { assessed: Assessed; list: KnownChecklist; part: string | undefined };

function Scoring({ assessed, list, part }: ScoringProps) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const { words, name } = useChecklists();
  const before = useLastTime(assessed, list);
  const marks = marksOf(assessed);
  const sections = sectionScores(list, marks);
  const at =
    part === "result"
      ? list.sections.length
      : Math.min(Math.max(0, Number(part ?? 1) - 1 || 0), list.sections.length - 1);
  const section = list.sections[at];
  const items = list.items.filter((item) => item.section === section?.code);
  const home = assessed.fields.menteeId
    ? `/field/checklist/mentee/${assessed.fields.menteeId}`
    : `/field/checklist/facility/${assessed.fields.facilityId}`;
  const steps = sections.flatMap(({ left }, index) => (left === 0 ? [index + 1] : []));
  const root = `/field/checklist/score/${assessed.id}`;
  return (
    <FieldScreen
      title={section ? words(section.text) : t("result.title")}
      subtitle={`${name(list)} · ${t("bar.version", { n: formatNumber(list.version, locale) })}`}
      back={home}
      bar={
        section && (
          <StepsBar
            total={list.sections.length}
            current={at + 1}
            done={steps}
            name={words(section.text)}
            links={list.sections.map((one, index) => ({
              href: `/${locale}${root}/${index + 1}`,
              name: words(one.text),
            }))}
          />
        )
      }
      footer={
        section && (
          <ScoreFoot
            list={list}
            marks={marks}
            section={section.code}
            onResult={() => fieldNavigate(`${root}/result`)}
            onSection={(index) => fieldNavigate(`${root}/${index + 1}`)}
          />
        )
      }
    >
      <Person assessed={assessed} />
      {list.wording === "working" && at === 0 && <Notice tone="soon">{t("working")}</Notice>}
      {section ? (
        <section className="card">
          {items.map((item) => (
            <ScoreItem
              key={item.code}
              item={item}
              assessed={assessed}
              before={before}
              things={!personTools.includes(list.tool)}
            />
          ))}
        </section>
      ) : (
        <ResultView assessed={assessed} list={list} before={before} />
      )}
    </FieldScreen>
  );
}

/** The finished score before this one, with the same tool, of the same mentee or place. */
function useLastTime(assessed: Assessed, list: KnownChecklist): Assessed | null {
  const { byId } = useChecklists();
  const { menteeId, facilityId, date } = assessed.fields;
  const others = useRecords("assessment", {
    link: menteeId ?? facilityId,
    where: (fields) => (fields.menteeId ?? null) === (menteeId ?? null),
  });
  const earlier = finishedWith(others ?? [], list.tool, byId).filter(
    (one) =>
      one.id !== assessed.id &&
      (one.fields.date < date || (one.fields.date === date && one.id < assessed.id)),
  );
  return earlier.at(-1) ?? null;
}

function Person({ assessed }: { assessed: Assessed }) {
  const t = useTranslations("mentorship");
  const facilities = useFacilities();
  const mentee = useRecord("mentee", assessed.fields.menteeId);
  const place = facilities.name(assessed.fields.facilityId);
  return (
    <div className="card row">
      <span className="row-disc">
        <Icon name={mentee ? "person" : "pin"} small />
      </span>
      <span className="grow">
        <b>{mentee ? `${mentee.fields.name}, ${t(`profession.${mentee.fields.profession}`)}` : place}</b>
        {mentee && <span className="block sm mut">{place}</span>}
      </span>
    </div>
  );
}
