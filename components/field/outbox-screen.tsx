"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { openStates } from "@/lib/sync/rows";
import { conflictsForMe } from "@/lib/sync/unsettled";
import { sealedByRound } from "@/lib/trust/phone";
import { SealedRows } from "../trust/sealed-rows";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ConflictCard } from "./conflict-card";
import { FieldScreen } from "./field-screen";
import { HandoverLink } from "./handover-link";
import { LoadingScreen } from "./loading-screen";
import { MediaItem, OutboxRow, RefusedItem } from "./outbox-item";
import { StorageNote } from "./storage-note";
import { useSyncState } from "./store-hooks";
import { useLive } from "./use-live";

/** Everything between this phone and the server, what needs a person first. */
export function OutboxScreen() {
  const t = useTranslations();
  const locale = useLocale();
  const items = useLive((db) => db.outbox.where("state").anyOf(openStates).sortBy("seq"), []);
  const media = useLive((db) => db.media.where("state").notEqual("received").toArray(), []);
  const conflicts = useLive(conflictsForMe, []);
  const sealed = useLive(sealedByRound, []);
  const { unsent, online, needsYou } = useSyncState();
  if (!items || !media || !conflicts || !sealed) return <LoadingScreen />;
  const refused = items.filter(({ state }) => state === "rejected");
  const waiting = items.filter(({ state }) => state !== "rejected" && state !== "conflict");
  const nothing = items.length + media.length + conflicts.length + sealed.length === 0;
  const n = formatNumber(unsent, locale);
  const waits = t("field.outbox.heading", { count: unsent, n });
  const asks = t("status.item.needYou", { count: needsYou, n: formatNumber(needsYou, locale) });
  return (
    <FieldScreen title={unsent === 0 && needsYou > 0 ? asks : waits} tab="toSend" reading>
      {nothing && <EmptyState title={t("field.outbox.empty")} why={t("field.outbox.emptyWhy")} />}
      {conflicts.map((row) => (
        <ConflictCard key={row.id} row={row} />
      ))}
      {refused.map((item) => (
        <RefusedItem key={item.id} item={item} />
      ))}
      <SealedRows rounds={sealed} />
      {waiting.length + media.length > 0 && (
        <ul className="card list">
          {waiting.map((item) => (
            <OutboxRow key={item.id} item={item} />
          ))}
          {media.map((one) => (
            <MediaItem key={one.sha256} media={one} />
          ))}
        </ul>
      )}
      {unsent > 0 && online && (
        <Button wide icon="sending" onClick={() => void localStore.syncNow()}>
          {t("field.outbox.sendNow")}
        </Button>
      )}
      <StorageNote />
      {!nothing && <HandoverLink />}
    </FieldScreen>
  );
}
