"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { minimumLength } from "@/lib/access/password-length";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import type { SlipState } from "@/lib/people/actions";
import { Button, ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { QrCode } from "./qr-code";

type Props = { slip: NonNullable<SlipState["slip"]>; origin: string };

/** A slip of paper to hand over: whose, where, the code. The code stands after the #, so no server log ever has it. */
export function Slip({ slip, origin }: Props) {
  const t = useTranslations("people.slip");
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const address = `${origin}/${locale}/invitation`;
  return (
    <div className="stack max-w-[560px]">
      <Notice tone="soon">{t("shownOnce")}</Notice>
      <section className="card stack-s" ref={box} tabIndex={-1}>
        <h2>{t("title", { purpose: slip.purpose })}</h2>
        <p className="med">{t("for", { name: slip.name })}</p>
        <dl className="facts">
          <dt>{t("login")}</dt>
          <dd>{slip.login}</dd>
          <dt>{t("code")}</dt>
          <dd className="nw text-20" data-testid="code">
            {slip.code}
          </dd>
        </dl>
        <p>
          {t("step1")} <span className="break-all">{address}</span>
        </p>
        <p>{t("step2", { min: formatNumber(minimumLength, locale) })}</p>
        <QrCode text={`${address}#${slip.code}`} label={t("qr")} size={160} />
        <p className="sm">{t("expires", { date: formatDateTime(slip.expiresAt, locale) })}</p>
      </section>
      <div className="row wrap noprint">
        <Button kind="pri" icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
        <ButtonLink href={`/admin/accounts/${slip.userId}`} kind="quiet">
          {t("done")}
        </ButtonLink>
      </div>
    </div>
  );
}
