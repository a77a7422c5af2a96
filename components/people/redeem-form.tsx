"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { redeemAction } from "@/lib/access/actions";
import { type AccessState, emptyAccess } from "@/lib/access/form-state";
import { minimumLength } from "@/lib/access/password-length";
import { formatNumber } from "@/lib/i18n/format";
import { CheckField } from "../form/check-cards";
import { FormErrors } from "../form/form-errors";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { Link } from "../ui/link";
import { useFaultText } from "./fault-text";

export function RedeemForm() {
  const [state, action] = useActionState(redeemAction, emptyAccess);
  return state.owner ? (
    <ChoosePassword state={state} owner={state.owner} action={action} />
  ) : (
    <EnterCode state={state} action={action} />
  );
}

type Step = { state: AccessState; action: (form: FormData) => void };

function EnterCode({ state, action }: Step) {
  const t = useTranslations("access.redeem");
  const text = useFaultText();
  const [code, setCode] = useState("");
  // After the # it never reaches the server's log: the QR code of the slip leads here.
  useEffect(() => setCode(decodeURIComponent(location.hash.slice(1))), []);
  return (
    <form action={action} className="stack">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <FormErrors message={text(state, t("unknown"))} />
      <TextField
        name="code"
        label={t("code")}
        help={t("codeHelp")}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={30}
      />
      <SubmitButton wide>{t("next")}</SubmitButton>
    </form>
  );
}

function ChoosePassword({ state, owner, action }: Step & { owner: NonNullable<AccessState["owner"]> }) {
  const t = useTranslations("access.redeem");
  const words = useTranslations("access.newPassword");
  const locale = useLocale();
  const fault = useFaultText()(state, "");
  const field = state.fault === "privacy_required" ? "privacy" : "password";
  return (
    <form action={action} className="stack">
      <h1>{t(owner.purpose === "invite" ? "inviteTitle" : "resetTitle")}</h1>
      <FormErrors errors={fault ? [{ id: field, message: fault }] : []} />
      <p>{t("for", { name: owner.displayName })}</p>
      <p className="med">{t("login", { login: owner.login })}</p>
      <input type="hidden" name="code" value={owner.code} />
      <input type="hidden" name="step" value="password" />
      <input className="hidden" name="username" autoComplete="username" defaultValue={owner.login} />
      <PasswordField
        name="password"
        label={words("password")}
        help={words("help", { min: formatNumber(minimumLength, locale) })}
        error={field === "password" ? fault : undefined}
        autoComplete="new-password"
      />
      {owner.purpose === "invite" && (
        <>
          <Link href="/privacy" target="_blank">
            {t("readPrivacy")}
          </Link>
          <CheckField id="privacy" name="privacy" value="on" label={t("privacy")} />
        </>
      )}
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </form>
  );
}
