"use client";

import { useLocale, useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { placeName } from "@/lib/i18n/place-name";
import { localStore } from "@/lib/sync/local-store";
import { TakeAlong } from "../maps/take-along";
import { LanguageSwitch } from "../shell/language-switch";
import { Button, ButtonAnchor } from "../ui/button";
import { FactList } from "../ui/fact-list";
import { FieldScreen } from "./field-screen";
import { HandoverLink } from "./handover-link";
import { PinCard } from "./lazy-screens";
import { momentText } from "./moment-text";
import { SignOutSheet } from "./sign-out-sheet";
import { StorageNote } from "./storage-note";
import { useKnown, useSyncState } from "./store-hooks";
import { usePlaces } from "./use-places";

/** Who I am on this phone, when it last spoke with the server, and the way out. */
export function MeScreen() {
  const t = useTranslations();
  const locale = useLocale();
  const me = useKnown("me");
  const { name } = usePlaces();
  const [leaving, setLeaving] = useState(false);
  const { lastReceivedAt } = useSyncState();
  const pulled = useKnown("lastPulledAt");
  const time = (moment: string | null | undefined) =>
    moment ? momentText(moment, locale) : t("field.me.never");
  const placeNames =
    me?.assignments.map((one) => name(one.placeId) || placeName(one, locale)).join(", ") || "–";
  return (
    <FieldScreen
      title={me?.name ?? t("shell.tabs.me")}
      subtitle={me?.office === me?.name ? undefined : me?.office}
      tab="me"
      reading
    >
      <section className="card">
        <FactList
          facts={[
            { key: "place", term: t("shell.place"), value: placeNames },
            { key: "sent", term: t("field.me.lastSent"), value: time(lastReceivedAt) },
            { key: "fetched", term: t("field.me.lastFetched"), value: time(pulled) },
          ]}
        />
      </section>
      <Button kind="plain" wide icon="sending" onClick={() => void localStore.syncNow()}>
        {t("field.me.syncNow")}
      </Button>
      <StorageNote />
      <HandoverLink />
      <Suspense fallback={null}>
        <PinCard />
      </Suspense>
      <TakeAlong />
      <LanguageSwitch long documents />
      <ButtonAnchor kind="dim" wide href={`/${locale}/privacy`}>
        {t("shell.privacy")}
      </ButtonAnchor>
      <Button kind="quiet" wide onClick={() => setLeaving(true)}>
        {t("shell.signOut")}
      </Button>
      <SignOutSheet open={leaving} onClose={() => setLeaving(false)} />
    </FieldScreen>
  );
}
