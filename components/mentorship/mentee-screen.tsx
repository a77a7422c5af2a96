"use client";

import "./mentorship.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { forgotten, missedLast, scoreOf } from "@/lib/mentorship/rules";
import { personTools } from "@/lib/mentorship/vocabularies";
import { FieldRow } from "../field/field-row";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { useRecords } from "../field/store-hooks";
import { AgreedSteps } from "./agreed-steps";
import { Critical } from "./critical";
import { StartScoring } from "./start-scoring";
import { type MenteeOnPhone, marksOf, useChecklists, useFacilities, useMentees } from "./use-mentorship";

/** One mentee before she is scored: what to look at first, what was agreed, what she was scored. */
export function MenteeScreen({ menteeId }: { menteeId: string }) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const mentees = useMentees();
  const facilities = useFacilities();
  const steps = useRecords("nextStep", { link: menteeId });
  if (!mentees || !steps) return <LoadingScreen />;
  const mentee = mentees.find(({ id }) => id === menteeId);
  if (!mentee) return <LostScreen />;
  return (
    <FieldScreen
      title={mentee.name}
      subtitle={[t(`profession.${mentee.profession}`), facilities.name(mentee.facilityId)]
        .filter(Boolean)
        .join(" · ")}
      back="/field/checklist"
      tab="checklist"
    >
      <section className="card stack">
        <p>
          {[
            t(`state.${mentee.status}`),
            mentee.until && t("mentee.until", { date: formatDate(mentee.until, locale) }),
            t(`track.${mentee.track}`),
            t("mentee.since", { date: formatDate(mentee.from, locale) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {mentee.status === "active" && (
          <StartScoring
            tools={personTools}
            about={{ menteeId, facilityId: mentee.facilityId }}
            own={mentee.own}
          />
        )}
      </section>
      <LookFirst mentee={mentee} />
      {steps.length > 0 && <AgreedSteps steps={steps} />}
      <Scores mentee={mentee} />
    </FieldScreen>
  );
}

function LookFirst({ mentee }: { mentee: MenteeOnPhone }) {
  const t = useTranslations("mentorship.mentee");
  const locale = useLocale();
  const { byId, words } = useChecklists();
  const [before, last] =
    mentee.scored.slice(-2).length === 2 ? mentee.scored.slice(-2) : [undefined, mentee.scored.at(-1)];
  const list = last && byId.get(last.fields.checklistId);
  if (!last || !list) return <p className="card sm">{t("neverScored")}</p>;
  const marks = marksOf(last);
  const missed = missedLast(list.items, marks);
  const lost = before ? forgotten(list.items, marksOf(before), marks) : [];
  const date = formatDate(last.fields.date, locale);
  if (missed.length === 0) return <p className="card sm">{t("allDone", { date })}</p>;
  return (
    <section className="card stack-s">
      <h2>{t("lookFirst")}</h2>
      <p className="sm mut">{t("lookWhy", { date })}</p>
      <ul className="stack-s">
        {[...missed]
          .sort((a, b) => Number(b.critical) - Number(a.critical))
          .map((item) => (
            <li key={item.code} className="row between">
              <span>
                {words(item.text)}
                {lost.includes(item) && <span className="block sm mut">{t("forgot")}</span>}
              </span>
              {item.critical && <Critical />}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Scores({ mentee }: { mentee: MenteeOnPhone }) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const { byId } = useChecklists();
  const n = (value: number) => formatNumber(value, locale);
  if (mentee.scored.length === 0) return null;
  return (
    <section>
      <h2>{t("mentee.history")}</h2>
      <ul className="card list mt-2">
        {mentee.scored.toReversed().map((one) => {
          const list = byId.get(one.fields.checklistId);
          const score = list && scoreOf(list, marksOf(one));
          const critical = score?.critical.length ?? 0;
          return (
            <li key={one.id}>
              <FieldRow
                to={`/field/checklist/score/${one.id}/result`}
                status={critical > 0 ? "late" : "done"}
                name={formatDate(one.fields.date, locale)}
                why={critical > 0 ? t("missed", { count: critical, n: n(critical) }) : undefined}
                datum={score && t("score", { done: n(score.done), all: n(score.applicable) })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
