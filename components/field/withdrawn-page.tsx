"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Withdrawn } from "@/lib/sync/withdrawal";
import { PlainPage } from "../shell/plain-page";
import { ButtonAnchor } from "../ui/button";
import { useSignInHref } from "./sign-in-href";

/** The office has withdrawn this phone: what became of the work on it, and how to begin anew. */
export function WithdrawnPage({ handedOver, pictures }: Withdrawn) {
  const t = useTranslations();
  const locale = useLocale();
  const href = useSignInHref();
  const counted = (count: number) => ({ count, n: formatNumber(count, locale) });
  const text = t("field.closed.withdrawnText", counted(handedOver));
  const left = pictures > 0 ? t("field.closed.withdrawnPictures", counted(pictures)) : null;
  return (
    <PlainPage
      title={t("field.closed.withdrawnTitle")}
      text={[text, left].filter(Boolean).join(" ")}
      action={
        <ButtonAnchor kind="pri" href={href}>
          {t("common.action.signIn")}
        </ButtonAnchor>
      }
    />
  );
}
