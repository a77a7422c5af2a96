"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { formatBytes } from "@/lib/i18n/format";

/** How much of the pictures has arrived, as a bar and in words; nothing before the first byte. */
export function BytesSent({ sent, total }: { sent: number; total: number }) {
  const t = useTranslations("field.outbox");
  const locale = useLocale();
  const id = useId();
  if (sent === 0 || total === 0) return null;
  const words = t("bytesLeft", {
    left: formatBytes(Math.max(0, total - sent), locale),
    size: formatBytes(total, locale),
  });
  return (
    <span className="bytes-sent">
      <progress value={sent} max={total} aria-labelledby={id} />
      <span id={id} className="list-why">
        {words}
      </span>
    </span>
  );
}
