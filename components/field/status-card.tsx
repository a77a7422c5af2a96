"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { Icon } from "../ui/icon";
import { StatusMark } from "../ui/status-mark";
import { momentText } from "./moment-text";
import { FieldLink } from "./router";
import { useSyncState } from "./store-hooks";
import { SignedOutNotice } from "./sync-line";

type Sync = ReturnType<typeof useSyncState>;

/** The first card of Home: signal or none, how much waits, when the server last took something, what needs a person. */
export function StatusCard() {
  const sync = useSyncState();
  const calm = sync.online && sync.unsent === 0;
  return (
    <>
      <section className={calm ? "card status-card done" : "card status-card"} role="status">
        <div className="row top">
          <Icon name={sync.online ? (calm ? "check" : "phone") : "offline"} />
          <Words sync={sync} />
        </div>
        {sync.needsYou > 0 && <NeedsYou count={sync.needsYou} />}
      </section>
      {sync.signedOut && <SignedOutNotice />}
    </>
  );
}

function Words({ sync }: { sync: Sync }) {
  const t = useTranslations();
  const locale = useLocale();
  const { online, unsent, sending, lastReceivedAt } = sync;
  const title = !online
    ? t("status.offline.title")
    : unsent === 0
      ? t("field.status.allReceived")
      : sending
        ? t("status.item.sending")
        : t("status.item.saved");
  const n = formatNumber(unsent, locale);
  return (
    <div className="grow">
      <h2>{title}</h2>
      <p className="sm">
        {unsent > 0 && (
          <>{t.rich("field.status.waiting", { count: unsent, n, b: (text) => <b>{text}</b> })} </>
        )}
        {lastReceivedAt && t("field.status.lastSent", { time: momentText(lastReceivedAt, locale) })}
      </p>
    </div>
  );
}

function NeedsYou({ count }: { count: number }) {
  const t = useTranslations("field.status");
  const locale = useLocale();
  return (
    <FieldLink to="/field/outbox" className="status-card-needs">
      <StatusMark status="soon" size={22} />
      <span className="grow med">{t("needsYou", { count, n: formatNumber(count, locale) })}</span>
      <Icon name="forward" small />
    </FieldLink>
  );
}
