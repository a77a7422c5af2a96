"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";

/** Of the browser: drawn by the server it would travel with every page, in case. */
export default function Unauthorized() {
  const t = useTranslations();
  return (
    <PlainPage
      title={t("errors.page.unauthorizedTitle")}
      text={t("errors.page.unauthorizedText")}
      action={
        <ButtonLink href="/sign-in" kind="pri">
          {t("common.action.signIn")}
        </ButtonLink>
      }
    />
  );
}
