"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormState } from "@/lib/form-state";
import { Notice } from "../ui/notice";

/** What became of a sent office form: said aloud, in words, with the number to read out when nobody knows why. */
export function FormResult({ state, done }: { state: FormState; done: ReactNode }) {
  const t = useTranslations("errors");
  if (state.status === "idle") return null;
  if (state.status === "done") {
    return (
      <Notice tone="done" live="polite">
        {done}
      </Notice>
    );
  }
  return (
    <Notice tone="late" live="assertive">
      {t(state.error ?? "unknown")}
      {state.reference && ` ${t("page.errorReference", { reference: state.reference })}`}
    </Notice>
  );
}
