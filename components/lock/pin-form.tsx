"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { faultOfPin, leastDigits, PinError } from "@/lib/sync/store-lock";
import { PasswordField } from "../form/password-field";
import { Button } from "../ui/button";
import { usePinFault } from "./pin-fault";

export type TypedPins = Readonly<{ present: string; next: string }>;
type Props = {
  withPresent: boolean;
  withNext: boolean;
  onPins: (pins: TypedPins) => Promise<void>;
  onCancel: () => void;
};

const digits = { inputMode: "numeric", autoComplete: "off", maxLength: 20 } as const;

/** The present PIN, the new one, or both; the new one twice. */
export function PinForm({ withPresent, withNext, onPins, onCancel }: Props) {
  const t = useTranslations("phone.pin");
  const common = useTranslations("common.action");
  const locale = useLocale();
  const { error, seconds, tell } = usePinFault();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || seconds > 0) return;
    const given = new FormData(event.currentTarget);
    const [present, next, again] = ["present", "pin", "again"].map((name) => String(given.get(name) ?? ""));
    const fault = withNext ? faultOfPin(next as string) : null;
    if (fault) return tell(new PinError(fault));
    if (withNext && next !== again) return tell("different");
    setBusy(true);
    try {
      await onPins({ present: present as string, next: next as string });
    } catch (problem) {
      tell(problem);
      setBusy(false);
    }
  };
  return (
    <form className="stack-s" onSubmit={send}>
      {withNext && <p className="sm">{t("intro", { min: formatNumber(leastDigits, locale) })}</p>}
      {withPresent && (
        <PasswordField {...digits} name="present" label={t("current")} error={withNext ? undefined : error} />
      )}
      {withNext && <PasswordField {...digits} name="pin" label={t("pin")} error={error} />}
      {withNext && <PasswordField {...digits} name="again" label={t("again")} />}
      <div className="row wrap">
        <Button type="submit" kind="pri" aria-disabled={busy || seconds > 0}>
          {busy ? t("working") : withNext ? t("save") : t("remove")}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
