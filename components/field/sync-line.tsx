"use client";

import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "../ui/button";
import { Notice } from "../ui/notice";
import { SyncStrip } from "../ui/sync-strip";
import { momentText } from "./moment-text";
import { useSignInHref } from "./sign-in-href";
import { useSyncState } from "./store-hooks";

/** Where this phone's work is, in words, under every title. */
export function SyncLine() {
  const sync = useSyncState();
  const locale = useLocale();
  const time = (moment: string | null) => (moment ? momentText(moment, locale) : undefined);
  const strip =
    sync.needsYou > 0
      ? ({ kind: "needsYou", count: sync.needsYou } as const)
      : sync.sending
        ? ({
            kind: "sending",
            n: sync.unsent,
            bytesLeft: sync.bytesLeft,
            bytesWhole: sync.bytesWhole,
          } as const)
        : sync.unsent > 0
          ? ({ kind: "saved", time: time(sync.savedAt) } as const)
          : ({ kind: "received", time: time(sync.lastReceivedAt) } as const);
  return (
    <>
      <SyncStrip state={strip} offline={!sync.online} />
      {sync.signedOut && (
        <div className="px-4 pt-3">
          <SignedOutNotice />
        </div>
      )}
    </>
  );
}

export function SignedOutNotice() {
  const t = useTranslations();
  const href = useSignInHref();
  return (
    <Notice
      tone="soon"
      icon="lock"
      title={t("field.signedOut.title")}
      action={<ButtonAnchor href={href}>{t("common.action.signIn")}</ButtonAnchor>}
    >
      {t("field.signedOut.text")}
    </Notice>
  );
}
