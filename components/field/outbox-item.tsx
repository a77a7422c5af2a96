"use client";

import { useLocale, useTranslations } from "next-intl";
import { operationOf } from "@/lib/changes/schema";
import { formatBytes } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import type { MediaRow, OutboxItem } from "@/lib/sync/rows";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { BytesSent } from "./bytes-sent";
import { useKindCounts } from "./kind-names";
import { momentText } from "./moment-text";
import { recordPath } from "./record-path";
import { fieldNavigate } from "./router";
import { useLive } from "./use-live";
import { usePlaces } from "./use-places";

function useTitle(item: OutboxItem): { title: string; place: string } {
  const [kind = ""] = useKindCounts([item]);
  const { name } = usePlaces();
  const t = useTranslations("field.outbox");
  const words = item.change.fields;
  const own = [words.statement, words.text, words.what, words.label, words.title].find(
    (text) => typeof text === "string" && text,
  );
  const removing = operationOf(item.change.kind) === "delete";
  const title = own ? `${kind}: ${own}` : kind;
  return { title: removing ? t("removing", { what: title }) : title, place: name(item.change.place) };
}

/** One change on its way: what, where, and how far it came. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const t = useTranslations();
  const locale = useLocale();
  const { title, place } = useTitle(item);
  const time = momentText(item.savedAt, locale);
  const state =
    item.state === "sending"
      ? t("status.item.sending")
      : item.state === "held"
        ? t(item.answer?.status === "quarantined" ? "field.outbox.quarantined" : "field.outbox.held")
        : t("status.item.savedAt", { time });
  return (
    <li className="list-row">
      <span className="row-disc">
        <Icon name={item.state === "waiting" ? "phone" : "sending"} small />
      </span>
      <span className="grow">
        <span className="list-name">{title}</span>
        <span className="list-why">{[place, state].filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

const knownReasons = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "conflict",
  "too_large",
  "throttled",
  "discarded",
  "unavailable",
] as const;
const reasonOf = (code: string | undefined) => knownReasons.find((known) => known === code) ?? "invalid";

/** A change the server did not take: it stays here with the reason until its author decides. */
export function RefusedItem({ item }: { item: OutboxItem }) {
  const t = useTranslations("field.outbox");
  const { title, place } = useTitle(item);
  const path = useLive((db) => recordPath(db, item), [item.id]);
  return (
    <Notice
      tone="late"
      title={title}
      action={
        <>
          {path && (
            <Button kind="pri" onClick={() => fieldNavigate(path)}>
              {t("correct")}
            </Button>
          )}
          <Button kind="quiet" onClick={() => void localStore.discard(item.id)}>
            {t("discard")}
          </Button>
        </>
      }
    >
      <p>{[place, t(`reason.${reasonOf(item.answer?.code)}`)].filter(Boolean).join(" · ")}</p>
    </Notice>
  );
}

export function MediaItem({ media }: { media: MediaRow }) {
  const t = useTranslations();
  const locale = useLocale();
  const size = formatBytes(media.bytes, locale);
  const state =
    media.state === "rejected"
      ? t(`field.outbox.reason.${reasonOf(media.code ?? undefined)}`)
      : media.state === "sending"
        ? t("status.item.sending")
        : t("status.item.waiting");
  return (
    <li className="list-row">
      <span className={media.state === "rejected" ? "row-disc need" : "row-disc"}>
        <Icon name="camera" small />
      </span>
      <span className="grow">
        <span className="list-name">
          {t("common.word.photo")} ({size})
        </span>
        <span className="list-why">{state}</span>
        {media.state !== "rejected" && <BytesSent sent={media.sent ?? 0} total={media.bytes} />}
      </span>
    </li>
  );
}
