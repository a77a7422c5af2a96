"use client";

import { useTranslations } from "next-intl";
import { Suspense, useEffect, useSyncExternalStore } from "react";
import { watchForNewVersion } from "@/lib/offline/new-version";
import { lockedStore, watchStore } from "@/lib/sync/local-store";
import { useAutoLock } from "../lock/use-auto-lock";
import { PlainPage } from "../shell/plain-page";
import { ButtonAnchor } from "../ui/button";
import { fetchRecording, fetchScreens, LockScreen } from "./lazy-screens";
import { LoadingScreen } from "./loading-screen";
import { followInside, useFieldPath } from "./router";
import { FieldRoutes } from "./routes";
import { useFieldSession } from "./session";
import { useSignInHref } from "./sign-in-href";
import { StorageSheet } from "./storage-sheet";
import { useKnown } from "./store-hooks";
import { useBackgroundSending } from "./use-background-sending";
import { useCountingDays } from "./use-contact";
import { WithdrawnPage } from "./withdrawn-page";

/** The whole of the capture screens: one document that reads no session and finds its data on the phone. */
export function FieldApp() {
  const path = useFieldPath();
  const session = useFieldSession();
  const withdrawn = useKnown("withdrawn");
  const locked = useSyncExternalStore(watchStore, lockedStore, () => null);
  useAutoLock(Boolean(useKnown("lock")));
  useEffect(() => void watchForNewVersion(), []);
  useEffect(() => {
    if (session !== "ready") return;
    // No service worker in charge yet, or none in this browser: what is not loaded now would be missing without network.
    if (!navigator.serviceWorker?.controller) return void fetchScreens();
    // On the phone already; read once the first screen stands, so that the first thing written need not wait for it.
    const later = setTimeout(() => void fetchRecording(), 1000);
    return () => clearTimeout(later);
  }, [session]);
  useBackgroundSending();
  useCountingDays();
  if (session === "nowhere") return <Forgetful />;
  if (session === "nobody" || session === "first") return <Closed offline={session === "first"} />;
  if (locked)
    return (
      <Suspense fallback={<LoadingScreen />}>
        <LockScreen />
      </Suspense>
    );
  if (withdrawn) return <WithdrawnPage {...withdrawn} />;
  if (session === "opening" || path === null) return <LoadingScreen />;
  return (
    <div onClickCapture={followInside}>
      <FieldRoutes path={path} />
      <StorageSheet />
    </div>
  );
}

/** The browser keeps nothing: a private window of some, or storage switched off. */
function Forgetful() {
  const t = useTranslations("phone.storage");
  return <PlainPage title={t("private")} text={t("privateText")} />;
}

function Closed({ offline }: { offline: boolean }) {
  const t = useTranslations();
  const href = useSignInHref();
  const [title, text] = offline
    ? [t("status.offline.short"), t("field.closed.firstText")]
    : [t("errors.page.unauthorizedTitle"), t("errors.page.unauthorizedText")];
  return (
    <PlainPage
      title={title}
      text={text}
      action={
        <ButtonAnchor kind="pri" href={href}>
          {offline ? t("common.action.tryAgain") : t("common.action.signIn")}
        </ButtonAnchor>
      }
    />
  );
}
