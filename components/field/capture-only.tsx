"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { Notice } from "../ui/notice";
import { useContact } from "./use-contact";

/** Around screens that record: after a month without the server nothing new is begun; what is recorded can be read and sent. */
export function CaptureOnly({ children }: { children: ReactNode }) {
  const { mayCapture } = useContact();
  return (
    <fieldset disabled={!mayCapture} className="contents">
      {children}
    </fieldset>
  );
}

export function AwayNotice() {
  const t = useTranslations("offline.contact");
  const locale = useLocale();
  const { mayCapture, days } = useContact();
  if (mayCapture) return null;
  return (
    <div className="px-4 pt-3">
      <Notice tone="soon" title={t("title")} live="polite">
        {t("text", { days: formatNumber(days, locale) })}
      </Notice>
    </div>
  );
}
