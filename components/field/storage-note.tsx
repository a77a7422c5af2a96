"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatBytes } from "@/lib/i18n/format";
import { Notice } from "../ui/notice";

const littleBytes = 50 * 1024 * 1024;

/** Warns before the phone is full: a day's workshop with its photos would not fit any more. */
export function StorageNote() {
  const t = useTranslations("phone.storage");
  const locale = useLocale();
  const [free, setFree] = useState<number | null>(null);
  useEffect(() => {
    const asked = navigator.storage?.estimate?.().catch(() => null);
    void asked?.then((estimate) => {
      if (estimate?.quota) setFree(estimate.quota - (estimate.usage ?? 0));
    });
  }, []);
  if (free === null || free > littleBytes) return null;
  return (
    <Notice tone="soon" title={t("low")}>
      {t("lowText", { size: formatBytes(Math.max(0, free), locale) })}
    </Notice>
  );
}
