"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { confirmSecondFactorAction } from "@/lib/access/actions";
import { emptyAccess } from "@/lib/access/form-state";
import { FormErrors } from "../form/form-errors";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { ButtonAnchor } from "../ui/button";
import { useFaultText } from "./fault-text";
import { QrCode } from "./qr-code";

type Props = {
  secret: string;
  uri: string;
  next: string;
  /** Setting up for the first time, when left out. */
  confirm?: typeof confirmSecondFactorAction;
};

/** Set up, confirm, then the recovery codes, which this page shows once. */
export function SecondFactorForm({ secret, uri, next, confirm = confirmSecondFactorAction }: Props) {
  const t = useTranslations("access.secondFactor");
  const [state, action] = useActionState(confirm, emptyAccess);
  const text = useFaultText();
  if (state.codes) return <RecoveryCodes codes={state.codes} next={next} />;
  return (
    <form action={action} className="stack">
      <FormErrors message={text(state, t("wrong"))} />
      <ol className="stack-s list-decimal pl-6">
        <li>{t("step1")}</li>
        <li>
          {t("step2")}
          <QrCode text={uri} label={t("qr")} />
          <p className="sm break-words">{t("key", { secret: secret.replace(/(.{4})(?=.)/g, "$1 ") })}</p>
        </li>
        <li>{t("step3")}</li>
      </ol>
      <TextField
        name="code"
        label={t("label")}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
      />
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </form>
  );
}

function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useTranslations("access.secondFactor");
  return (
    <section className="card stack" aria-live="polite">
      <h2>{t("codesTitle")}</h2>
      <p>{t("codesText")}</p>
      <ul className="grid grid-cols-2 gap-2 font-medium">
        {codes.map((code) => (
          <li key={code} className="nw">
            {code}
          </li>
        ))}
      </ul>
      <ButtonAnchor href={next} kind="pri" wide>
        {t("codesKept")}
      </ButtonAnchor>
    </section>
  );
}
