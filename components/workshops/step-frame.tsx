"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { FieldLink } from "../field/router";
import { useRecord } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { Icon } from "../ui/icon";
import { StepsBar } from "../ui/steps-bar";
import { NotHeard } from "./not-heard";
import { nextStep, previousStep, type Step, workshopSteps } from "./steps";
import { useStepProgress } from "./use-step-progress";

type Props = { workshopId: string; step: Step; children: (place: string) => ReactNode };

/** Frame of one workshop step: where one is, where the data is, Back and the name of the next thing. */
export function StepFrame({ workshopId, step, children }: Props) {
  const t = useTranslations();
  const workshop = useRecord("workshop", workshopId);
  const progress = useStepProgress(workshopId);
  const { name } = usePlaces();
  const locale = useLocale();
  if (workshop === undefined) return <LoadingScreen />;
  if (!workshop?.place) return <LostScreen />;
  const next = nextStep(step);
  const numbers = (progress?.done ?? []).map((done) => workshopSteps.indexOf(done) + 1);
  const bar = (
    <StepsBar
      total={workshopSteps.length}
      current={workshopSteps.indexOf(step) + 1}
      done={numbers}
      name={t(`workshops.step.${step}.title`)}
      next={next ? t(`workshops.step.${next}.name`) : undefined}
      links={workshopSteps.map((one) => ({
        href: `/${locale}/field/workshops/${workshopId}/${one}`,
        name: t(`workshops.step.${one}.title`),
      }))}
    />
  );
  const overview = `/field/workshops/${workshopId}`;
  const before = previousStep(step);
  return (
    <FieldScreen
      title={name(workshop.place) || t("workshops.workshop")}
      subtitle={t(`workshops.module.${workshop.fields.module}`)}
      back={overview}
      bar={bar}
      footer={
        <nav className="foot two" aria-label={t("common.steps.footer")}>
          <FieldLink to={before ? `${overview}/${before}` : overview} className="btn dim">
            {t("common.action.back")}
          </FieldLink>
          <FieldLink to={next ? `${overview}/${next}` : overview} className="btn pri">
            {t("common.steps.nextButton", {
              name: next ? t(`workshops.step.${next}.name`) : t("workshops.overview"),
            })}
            {step === "people" && <NotHeard workshopId={workshopId} place={workshop.place} />}
            <Icon name="forward" small />
          </FieldLink>
        </nav>
      }
    >
      {children(workshop.place)}
    </FieldScreen>
  );
}
