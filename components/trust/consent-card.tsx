"use client";

import { useTranslations } from "next-intl";
import { wordsIn } from "@/lib/trust/rules";
import type { Instrument } from "@/lib/trust/schema";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { writtenIn } from "./written-in";

type Props = {
  instrument: Pick<Instrument, "consent">;
  language: string;
  onAgree: () => void;
  onDecline: () => void;
};

export function ConsentCard({ instrument, language, onAgree, onDecline }: Props) {
  const t = useTranslations("interviews.interview");
  return (
    <>
      <section className="card stack">
        <p className="sm mut">{t("readAloud")}</p>
        <p className="trust-words" lang={writtenIn(instrument.consent, language)}>
          {wordsIn(instrument.consent, language)}
        </p>
        <Button kind="pri" wide onClick={onAgree}>
          {t("agree")}
        </Button>
        <Button wide onClick={onDecline}>
          {t("decline")}
        </Button>
      </section>
      <Notice icon="info">{t("memory")}</Notice>
    </>
  );
}
