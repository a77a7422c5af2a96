"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Question } from "./interview-state";

/** How far this person has come. */
export function InterviewBar({ questions, at }: { questions: readonly Question[]; at: number }) {
  const t = useTranslations("interviews.interview");
  const locale = useLocale();
  const n = questions.filter((question) => typeof question === "number").length;
  const question = questions[at];
  const words =
    typeof question === "number"
      ? t("position", { k: formatNumber(question + 1, locale), n: formatNumber(n, locale) })
      : question === "consent" || question === "last"
        ? null
        : t("about");
  return (
    <>
      <div className="steps" aria-hidden="true">
        {questions.map((one, index) => (
          <span key={one} className={index < at ? "done" : index === at ? "now" : undefined} />
        ))}
      </div>
      {words && (
        <p className="stepcap" role="status">
          <span className="font-bold text-ink">{words}</span>
        </p>
      )}
    </>
  );
}
