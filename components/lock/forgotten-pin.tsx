"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { lockedStore, openUnlocked } from "@/lib/sync/local-store";
import { faultOfPin, lockOf, PinError, unlockWithKey } from "@/lib/sync/store-lock";
import { askRecovery } from "@/lib/sync/transport";
import { useSignInHref } from "../field/sign-in-href";
import { PasswordField } from "../form/password-field";
import { Button, ButtonAnchor } from "../ui/button";
import { Notice } from "../ui/notice";
import { usePinFault } from "./pin-fault";
import { type KeyRefusal, refusalOf } from "./refusal";

/** With signal: the password gets the phone's key back from the server, and a new PIN takes the place of the old. */
export function ForgottenPin() {
  const t = useTranslations("phone.pin");
  const pinFault = usePinFault();
  const signIn = useSignInHref();
  const [refusal, setRefusal] = useState<KeyRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const recover = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const locked = lockedStore();
    if (!locked || busy) return;
    const given = new FormData(event.currentTarget);
    const [password, pin] = [String(given.get("password") ?? ""), String(given.get("newPin") ?? "")];
    const fault = faultOfPin(pin);
    if (fault) return pinFault.tell(new PinError(fault));
    pinFault.clear();
    setBusy(true);
    setRefusal(null);
    try {
      const wrapped = (await lockOf(locked.db))?.programmeKey ?? "";
      const key = await askRecovery(locked.userId, { wrapped, password });
      await unlockWithKey(locked.db, key, pin);
      await openUnlocked(locked);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };
  return (
    <form className="stack-s" onSubmit={recover}>
      <h2>{t("forgot.title")}</h2>
      <p className="sm">{t("forgot.text")}</p>
      <PasswordField name="password" label={t("forgot.password")} />
      <PasswordField
        name="newPin"
        label={t("forgot.newPin")}
        error={pinFault.error}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      {refusal && (
        <Notice
          tone="late"
          live="assertive"
          title={t(`forgot.fault.${refusal}`)}
          action={refusal === "signed_out" && <ButtonAnchor href={signIn}>{t("forgot.signIn")}</ButtonAnchor>}
        />
      )}
      <Button type="submit" kind="pri" wide aria-disabled={busy}>
        {busy ? t("working") : t("forgot.open")}
      </Button>
    </form>
  );
}
