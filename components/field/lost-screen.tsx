"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { localStore } from "@/lib/sync/local-store";
import { EmptyState } from "../ui/empty-state";
import { FieldScreen } from "./field-screen";
import { LoadingCard } from "./loading-screen";
import { FieldLink } from "./router";
import { useKnown, useSyncState } from "./store-hooks";

/** Nothing under this address on this phone: being fetched, not received yet, mistyped, or of another district. */
export function LostScreen() {
  const t = useTranslations("field.lost");
  const fetching = useFetching();
  const { online } = useSyncState();
  const neverPulled = useKnown("lastPulledAt") === null;
  if (fetching) {
    return (
      <FieldScreen title={t("fetching")} back="/field">
        <p className="mut" role="status">
          {t("fetchingWhy")}
        </p>
        <LoadingCard />
      </FieldScreen>
    );
  }
  const home = (
    <FieldLink to="/field" className="btn pri">
      {t("home")}
    </FieldLink>
  );
  const why = neverPulled && !online ? t("firstOffline") : t("why");
  return (
    <FieldScreen title={t("title")} back="/field">
      <EmptyState title={t("title")} why={why} action={home} />
    </FieldScreen>
  );
}

/** What is looked for may be on its way: the server is asked once before the phone says that it has not got it. */
function useFetching(): boolean {
  const { online, signedOut, running } = useSyncState();
  const [asked, setAsked] = useState(false);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let here = true;
    void localStore.syncNow().finally(() => here && setAsked(true));
    return () => {
      here = false;
    };
  }, []);
  // Asked while another sync was under way, the answer comes with that one.
  useEffect(() => {
    if (!asked || running) return;
    const wait = setTimeout(() => setSettled(true), 500);
    return () => clearTimeout(wait);
  }, [asked, running]);
  return online && !signedOut && !settled;
}
