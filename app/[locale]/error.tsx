"use client";

import { useTranslations } from "next-intl";
import { PlainPage } from "@/components/shell/plain-page";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations();
  // A part of the program that did not come is remembered as such by this page: only a fresh one asks for it again.
  const again = () => (error.name === "ChunkLoadError" ? window.location.reload() : reset());
  return (
    <PlainPage
      title={t("errors.page.errorTitle")}
      text={error.digest && t("errors.page.errorReference", { reference: error.digest })}
      action={
        <>
          <Button onClick={again}>{t("common.action.tryAgain")}</Button>
          <ButtonLink href="/" kind="quiet">
            {t("errors.page.backHome")}
          </ButtonLink>
        </>
      }
    />
  );
}
