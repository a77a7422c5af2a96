"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";

/** Of the browser: drawn by the server it would travel with every page, in case. */
export default function NotFound() {
  const t = useTranslations("errors.page");
  return (
    <PlainPage
      title={t("notFoundTitle")}
      text={t("notFoundText")}
      action={<ButtonLink href="/">{t("backHome")}</ButtonLink>}
    />
  );
}
