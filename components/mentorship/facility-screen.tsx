"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { scoreOf } from "@/lib/mentorship/rules";
import { personTools, tools } from "@/lib/mentorship/vocabularies";
import { FieldRow } from "../field/field-row";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { useRecords } from "../field/store-hooks";
import { AgreedSteps } from "./agreed-steps";
import { StartScoring } from "./start-scoring";
import { marksOf, useChecklists, useFacilities } from "./use-mentorship";

const ofPlace = tools.filter((tool) => !personTools.includes(tool)).sort((a) => (a === "readiness" ? -1 : 0));

/** What is looked at in a place itself: readiness first, then charts, partographs, what mothers say. */
export function FacilityScreen({ facilityId }: { facilityId: string }) {
  const t = useTranslations("mentorship");
  const locale = useLocale();
  const facilities = useFacilities();
  const { byId, ready } = useChecklists();
  const about = useRecords("assessment", { link: facilityId, where: ({ menteeId }) => !menteeId });
  const steps = useRecords("nextStep", { link: facilityId, where: ({ menteeId }) => !menteeId });
  if (!facilities.ready || !ready || !about || !steps) return <LoadingScreen />;
  if (!facilities.byId.has(facilityId)) return <LostScreen />;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <FieldScreen title={facilities.name(facilityId)} back="/field/checklist" tab="checklist">
      <section className="card">
        <StartScoring tools={ofPlace} about={{ facilityId }} own={about} />
      </section>
      {steps.length > 0 && <AgreedSteps steps={steps} />}
      {about.length > 0 && (
        <section>
          <h2>{t("mentee.history")}</h2>
          <ul className="card list mt-2">
            {about.toReversed().map((one) => {
              const list = byId.get(one.fields.checklistId);
              if (!list) return null;
              const score = scoreOf(list, marksOf(one));
              return (
                <li key={one.id}>
                  <FieldRow
                    to={`/field/checklist/score/${one.id}${one.fields.finished ? "/result" : ""}`}
                    status={one.fields.finished ? (score.critical.length > 0 ? "late" : "done") : "doing"}
                    name={t(`tool.${list.tool}`)}
                    why={formatDate(one.fields.date, locale)}
                    datum={t("score", { done: n(score.done), all: n(score.applicable) })}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </FieldScreen>
  );
}
