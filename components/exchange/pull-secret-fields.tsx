"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "../form/password-field";
import { TextField } from "../form/text-field";

type Props = { kept: "token" | "password" | null; fault: (name: string) => string | undefined };

/** How to sign in at the other server. What is kept is never shown; left empty it stays. */
export function PullSecretFields({ kept, fault }: Props) {
  const t = useTranslations("pull.setting");
  return (
    <fieldset className="stack">
      <legend className="font-bold">{t("secret")}</legend>
      <p className="sm mut">{t("secretLead")}</p>
      {kept && <p className="sm">{t("secretKept", { kind: kept })}</p>}
      <PasswordField
        name="token"
        label={t("token")}
        autoComplete="off"
        maxLength={300}
        optional
        error={fault("token")}
      />
      <p className="sm mut">{t("or")}</p>
      <TextField
        name="user"
        label={t("user")}
        autoComplete="off"
        maxLength={200}
        optional
        error={fault("user")}
      />
      <PasswordField
        name="password"
        id="pull-password"
        label={t("password")}
        autoComplete="new-password"
        maxLength={300}
        optional
        error={fault("password")}
      />
    </fieldset>
  );
}
