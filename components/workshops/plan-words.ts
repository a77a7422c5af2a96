"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { usePlanState } from "./use-plan-state";

/** "5 of 9 done · 2 late", and what it rests on. */
export function usePlanWords(planId: string | null) {
  const t = useTranslations("workshops.plans");
  const locale = useLocale();
  const state = usePlanState(planId);
  if (!state) return null;
  const { total, done, late } = state.summary;
  const n = (count: number) => formatNumber(count, locale);
  const text = [
    total === 0 ? t("noActions") : t("doneOf", { k: n(done), n: n(total) }),
    late > 0 && t("late", { count: late, n: n(late) }),
  ];
  return { state, late, allDone: total > 0 && done === total, text: text.filter(Boolean).join(" · ") };
}
