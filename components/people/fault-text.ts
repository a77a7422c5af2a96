"use client";

import { useLocale, useTranslations } from "next-intl";
import type { AccessState } from "@/lib/access/form-state";
import { maximumLength, minimumLength } from "@/lib/access/password-length";
import { formatNumber } from "@/lib/i18n/format";

const faultsOfPassword = ["too_short", "too_long", "common", "is_login"] as const;
type PasswordFault = (typeof faultsOfPassword)[number];
const isPasswordFault = (fault: string): fault is PasswordFault =>
  (faultsOfPassword as readonly string[]).includes(fault);

/** What a form's answer means, in words; `wrong` is the sentence for its own kind of wrong. */
export function useFaultText() {
  const t = useTranslations("access");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return ({ fault, minutes = 15 }: AccessState, wrong: string): string | undefined => {
    if (!fault) return undefined;
    if (fault === "throttled") return t("signIn.throttled", { minutes: number(minutes) });
    if (fault === "unavailable") return errors("unavailable");
    if (fault === "unknown_code") return t("redeem.unknown");
    if (fault === "wrong_current") return t("newPassword.wrongCurrent");
    if (fault === "privacy_required") return t("redeem.privacyRequired");
    if (!isPasswordFault(fault)) return wrong;
    return t(`fault.${fault}`, { min: number(minimumLength), max: number(maximumLength) });
  };
}
