"use client";

import { useTranslations } from "next-intl";

export function Critical() {
  const t = useTranslations("mentorship");
  return <span className="tag critical">◆ {t("critical")}</span>;
}
