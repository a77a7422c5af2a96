import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/i18n/format";
import type { NextStep } from "@/lib/mentorship/schema";
import { stepState } from "@/lib/mentorship/steps";

/** How a step stands today and its words, by the rules of a plan's action. */
export function useStepState() {
  const t = useTranslations();
  const locale = useLocale();
  return (step: Pick<NextStep, "status" | "due">) => {
    const state = stepState(step, today());
    const words =
      state.shown === "late"
        ? t("status.daysLate", { count: state.daysLate, n: formatNumber(state.daysLate, locale) })
        : state.shown === "soon"
          ? t("status.daysLeft", { count: state.daysLeft ?? 0, n: formatNumber(state.daysLeft ?? 0, locale) })
          : t(`mentorship.stepStatus.${state.shown}`);
    return { ...state, words };
  };
}
