"use client";

import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import { lateFirst } from "@/lib/mentorship/steps";
import { isOpen } from "@/lib/plans/rules";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { useRecords } from "../field/store-hooks";
import { EmptyState } from "../ui/empty-state";
import { OneStep } from "./agreed-steps";
import { useFacilities } from "./use-mentorship";

/** Every step that is still open, of mentees and of their workplaces, late ones first. */
export function MentorPlanScreen() {
  const t = useTranslations("mentorship.plan");
  const locale = useLocale();
  const mentees = useRecords("mentee");
  const steps = useRecords("nextStep");
  const facilities = useFacilities();
  if (!steps || !mentees) return <LoadingScreen />;
  const open = lateFirst(
    steps.filter(({ fields }) => isOpen(fields.status)).map((step) => ({ step, ...step.fields })),
    today(),
  );
  const whose = (menteeId: string | null | undefined, facilityId: string | null | undefined) =>
    mentees.find(({ id }) => id === menteeId)?.fields.name || facilities.name(facilityId) || t("ofPlace");
  return (
    <FieldScreen
      title={t("allTitle", { count: open.length, n: formatNumber(open.length, locale) })}
      back="/field/checklist"
      tab="mentorPlan"
    >
      {open.length === 0 ? (
        <EmptyState title={t("noneOpen")} why={t("noneOpenWhy")} />
      ) : (
        open.map(({ step, menteeId, facilityId }) => (
          <OneStep key={step.id} step={step} whose={whose(menteeId, facilityId)} />
        ))
      )}
    </FieldScreen>
  );
}
