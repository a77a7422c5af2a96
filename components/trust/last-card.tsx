"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import type { Instrument } from "@/lib/trust/schema";
import { Button } from "../ui/button";
import { type Interview, leftOut } from "./interview-state";

type Props = { interview: Interview; instrument: Pick<Instrument, "items">; onFinish: () => unknown };

/** Before it is sealed: how many were left out, and a last chance to go back. */
export function LastCard({ interview, instrument, onFinish }: Props) {
  const t = useTranslations("interviews.interview");
  const locale = useLocale();
  const [pending, setPending] = useState(false);
  const count = leftOut(interview, instrument);
  const finish = async () => {
    setPending(true);
    await onFinish();
    setPending(false);
  };
  return (
    <section className="card stack">
      <h2>{t("last")}</h2>
      <p>{t("missing", { count, n: formatNumber(count, locale) })}</p>
      <p className="sm">{t("lastWhy")}</p>
      <Button kind="pri" wide icon="lock" disabled={pending} onClick={finish}>
        {t("finish")}
      </Button>
    </section>
  );
}
