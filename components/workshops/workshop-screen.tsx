"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { FieldRow } from "../field/field-row";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { FieldLink } from "../field/router";
import { useRecord } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { RoundsOfVillage } from "../trust/rounds-of-village";
import { Icon } from "../ui/icon";
import { DetailsForm } from "./details-form";
import { FinishWorkshop } from "./finish-workshop";
import { LastPlanCard } from "./last-plan-card";
import { type Step, workshopSteps } from "./steps";
import { type StepProgress, useStepProgress } from "./use-step-progress";

/** A workshop's first page: the next step, all eight, and what is known of the workshop itself. */
export function WorkshopScreen({ workshopId }: { workshopId: string }) {
  const t = useTranslations("workshops");
  const workshop = useRecord("workshop", workshopId);
  const progress = useStepProgress(workshopId);
  const { name } = usePlaces();
  if (workshop === undefined || !progress) return <LoadingScreen />;
  if (!workshop?.place) return <LostScreen />;
  const { place, fields } = workshop;
  const next = progress.next;
  return (
    <FieldScreen
      title={name(place) || t("workshop")}
      subtitle={t(`module.${fields.module}`)}
      back={`/field/villages/${place}`}
    >
      <LastPlanCard workshopId={workshopId} place={place} />
      {next && (
        <FieldLink to={`/field/workshops/${workshopId}/${next}`} className="btn pri wide">
          {t("continue", { step: t(`step.${next}.do`) })}
          <Icon name="forward" small />
        </FieldLink>
      )}
      <section>
        <h2>{t("stepsTitle")}</h2>
        <ol className="card list mt-2">
          {workshopSteps.map((step) => (
            <StepRow key={step} workshopId={workshopId} step={step} progress={progress} />
          ))}
        </ol>
      </section>
      <DetailsForm workshop={workshop} />
      <RoundsOfVillage placeId={place} workshopId={workshopId} />
      <FinishWorkshop workshop={workshop} />
    </FieldScreen>
  );
}

const counted: Readonly<Partial<Record<Step, string>>> = {
  map: "feature",
  problems: "problem",
  solutions: "solution",
  plan: "action",
  pledges: "commitment",
};

function StepRow({ workshopId, step, progress }: { workshopId: string; step: Step; progress: StepProgress }) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const done = progress.done.includes(step);
  const kind = counted[step];
  const count = kind ? (progress.counts[kind] ?? 0) : 0;
  return (
    <li>
      <FieldRow
        to={`/field/workshops/${workshopId}/${step}`}
        status={done ? "done" : progress.next === step ? "doing" : "todo"}
        statusLabel={t(done ? "stepDone" : progress.next === step ? "stepNow" : "stepOpen")}
        name={`${workshopSteps.indexOf(step) + 1}. ${t(`step.${step}.title`)}`}
        datum={count > 0 ? formatNumber(count, locale) : undefined}
      />
    </li>
  );
}
