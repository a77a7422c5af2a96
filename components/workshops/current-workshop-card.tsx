"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatDate, formatList, formatNumber } from "@/lib/i18n/format";
import { FieldLink } from "../field/router";
import { type FieldRecord, useKnown, useRecords } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { currentWorkshop, dayOfWorkshop } from "./current-workshop";
import { workshopSteps } from "./steps";
import { type StepProgress, useStepProgress } from "./use-step-progress";

/** The one dark card of Home: the workshop under way, its eight steps and a button that names the next one. */
export function CurrentWorkshopCard() {
  const t = useTranslations("workshops");
  const workshops = useRecords("workshop");
  const may = useKnown("me")?.verbs.includes("workshop.record") ?? false;
  if (!workshops || !may) return null;
  const current = currentWorkshop(workshops, today());
  if (current) return <Card workshop={current} />;
  const choose = (
    <FieldLink to="/field/villages" className="btn pri">
      {t("chooseVillage")}
    </FieldLink>
  );
  return <EmptyState title={t("noneUnderWay")} why={t("noneUnderWayWhy")} action={choose} />;
}

function Card({ workshop }: { workshop: FieldRecord<"workshop"> }) {
  const t = useTranslations("workshops");
  const { name } = usePlaces();
  const locale = useLocale();
  const progress = useStepProgress(workshop.id);
  const { fields, place, id } = workshop;
  const day = dayOfWorkshop(fields, today());
  const when = day ? t("dayN", { n: formatNumber(day, locale) }) : formatDate(fields.startDate, locale);
  const next = progress?.next;
  const underWay = fields.startDate <= today();
  return (
    <section className="card hero">
      <p className="sm">
        {t(underWay ? "underWay" : "planned")} · {when}
      </p>
      <h2 className="text-24">{name(place) || t("workshop")}</h2>
      {progress && <StepLine progress={progress} />}
      <FieldLink to={`/field/workshops/${id}${next ? `/${next}` : ""}`} className="btn wide">
        {next ? t("continue", { step: t(`step.${next}.do`) }) : t("openOverview")}
        <Icon name="forward" small />
      </FieldLink>
    </section>
  );
}

function StepLine({ progress }: { progress: StepProgress }) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const { counts, done, next } = progress;
  const left = workshopSteps.filter((step) => !done.includes(step)).map((step) => t(`step.${step}.name`));
  const problems = counts.problem ?? 0;
  const parts = [
    problems > 0 && t("problemsCounted", { count: problems, n: formatNumber(problems, locale) }),
    left.length > 0 ? t("left", { steps: formatList(left, locale) }) : t("nothingLeft"),
  ];
  return (
    <>
      <div className="steps px-0" aria-hidden="true">
        {workshopSteps.map((step) => (
          <span key={step} className={step === next ? "now" : done.includes(step) ? "done" : undefined} />
        ))}
      </div>
      <p className="sm mt-2 mb-3">{parts.filter(Boolean).join(" · ")}</p>
    </>
  );
}
