"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { TakenIn } from "@/lib/sync/take-in";
import { Notice } from "../ui/notice";

/** What arrived from the other phone, in one line each. */
export function TakenNotice({ taken }: { taken: TakenIn }) {
  const t = useTranslations("phone.handover.taken");
  const locale = useLocale();
  const lines = (["own", "carried", "pictures", "interviews", "known"] as const).filter(
    (key) => taken[key] > 0,
  );
  return (
    <Notice tone="done" live="polite" title={lines.length > 0 ? t("title") : t("nothing")}>
      {lines.map((key) => (
        <p key={key}>{t(key, { count: taken[key], n: formatNumber(taken[key], locale) })}</p>
      ))}
    </Notice>
  );
}
