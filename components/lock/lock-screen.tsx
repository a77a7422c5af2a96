"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { lockedStore, openUnlocked } from "@/lib/sync/local-store";
import { unlockWithPin } from "@/lib/sync/store-lock";
import { useSignInHref } from "../field/sign-in-href";
import { PasswordField } from "../form/password-field";
import { PlainPage } from "../shell/plain-page";
import { Button, ButtonAnchor } from "../ui/button";
import { ForgottenPin } from "./forgotten-pin";
import { usePinFault } from "./pin-fault";

/** What stands before the capture screens of a phone with a PIN. */
export function LockScreen() {
  const t = useTranslations("phone.pin");
  const [forgotten, setForgotten] = useState(false);
  const signIn = useSignInHref();
  return (
    <PlainPage
      title={t("lock.title")}
      text={t("lock.text")}
      action={
        <div className="stack w-full">
          {forgotten ? <ForgottenPin /> : <PinForm />}
          <Button kind="quiet" onClick={() => setForgotten(!forgotten)}>
            {forgotten ? t("pin") : t("lock.forgot")}
          </Button>
          <ButtonAnchor kind="quiet" href={signIn}>
            {t("lock.other")}
          </ButtonAnchor>
        </div>
      }
    />
  );
}

function PinForm() {
  const t = useTranslations("phone.pin");
  const { error, seconds, tell } = usePinFault();
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const locked = lockedStore();
    if (!locked || busy || seconds > 0) return;
    const pin = String(new FormData(event.currentTarget).get("pin") ?? "");
    setBusy(true);
    try {
      await unlockWithPin(locked.db, pin);
      await openUnlocked(locked);
    } catch (problem) {
      tell(problem);
      setBusy(false);
    }
  };
  return (
    <form className="stack-s" onSubmit={unlock}>
      <PasswordField
        name="pin"
        label={t("pin")}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <Button type="submit" kind="pri" wide aria-disabled={busy || seconds > 0}>
        {busy ? t("working") : t("lock.open")}
      </Button>
    </form>
  );
}
