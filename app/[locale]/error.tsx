"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations();
  return (
    <PlainPage
      title={t("errors.page.errorTitle")}
      text={error.digest && t("errors.page.errorReference", { reference: error.digest })}
      action={
        <>
          <Button onClick={reset}>{t("common.action.tryAgain")}</Button>
          <ButtonLink href="/" kind="quiet">
            {t("errors.page.backHome")}
          </ButtonLink>
        </>
      }
    />
  );
}
