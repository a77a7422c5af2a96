"use client";

import { useLocale, useTranslations } from "next-intl";
import { isRecordType } from "@/lib/changes/registry";
import { typeOf } from "@/lib/changes/schema";
import { formatNumber } from "@/lib/i18n/format";
import { dropCarried, dropCarriedPictures } from "@/lib/sync/carried";
import { openedStore } from "@/lib/sync/local-store";
import type { CarriedItem } from "@/lib/sync/rows";
import { kindOf } from "../field/record-kinds";
import { useLive } from "../field/use-live";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** What this phone carries for others, by person: how much waits, and what the server refused. */
export function CarriedList() {
  const t = useTranslations("phone.handover.carried");
  const items = useLive((db) => db.carried.toArray(), []);
  const pictures = useLive(
    (db) => db.media.filter(({ from, state }) => !!from && state !== "received").toArray(),
    [],
  );
  if (!items || !pictures || items.length + pictures.length === 0) return null;
  const senders = new Map(
    [...items, ...pictures].flatMap(({ from }) => (from ? [[from.userId, from.name]] : [])),
  );
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p className="sm">{t("text")}</p>
      <ul className="stack-s">
        {[...senders].map(([userId, name]) => (
          <li key={userId}>
            <OfPerson
              userId={userId as string}
              name={name || "–"}
              items={items.filter(({ from }) => from.userId === userId)}
              pictures={pictures.filter(({ from }) => from?.userId === userId).length}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Person = { userId: string; name: string; items: readonly CarriedItem[]; pictures: number };

function OfPerson({ userId, name, items, pictures }: Person) {
  const t = useTranslations("phone.handover.carried");
  const locale = useLocale();
  const counted = (state: CarriedItem["state"]) => {
    const count = items.filter((item) => item.state === state).length;
    return { count, n: formatNumber(count, locale) };
  };
  const dropPictures = () => {
    const db = openedStore()?.db;
    if (db) void dropCarriedPictures(db, userId);
  };
  const doubted = useTranslations("field.outbox")("quarantined");
  const refused = items.filter(({ state }) => state === "rejected");
  return (
    <>
      <h3>{t("from", { name })}</h3>
      <p className="sm">
        {t("waiting", counted("waiting"))} · {t("received", counted("received"))}
      </p>
      {items.some(({ answer }) => answer?.status === "quarantined") && <Notice tone="soon" title={doubted} />}
      {pictures > 0 && (
        <Notice
          title={t("pictures", { count: pictures, n: formatNumber(pictures, locale) })}
          action={
            <Button kind="quiet" onClick={dropPictures}>
              {t("dropPictures")}
            </Button>
          }
        >
          {t("picturesHelp", { name })}
        </Notice>
      )}
      {refused.map((item) => (
        <Refused key={item.id} item={item} />
      ))}
    </>
  );
}

function Refused({ item }: { item: CarriedItem }) {
  const t = useTranslations("phone.handover.carried");
  const kinds = useTranslations("field.kind");
  const locale = useLocale();
  const type = typeOf(item.change.kind);
  const kind = kinds(isRecordType(type) ? kindOf(type) : "other", { count: 1, n: formatNumber(1, locale) });
  const drop = () => {
    const db = openedStore()?.db;
    if (db) void dropCarried(db, item.id);
  };
  return (
    <Notice
      tone="late"
      title={t("refused", { what: kind })}
      action={
        <Button kind="quiet" onClick={drop}>
          {t("drop")}
        </Button>
      }
    >
      {item.answer?.code === "forbidden"
        ? t("forbidden", { name: item.from.name })
        : t("refusedWhy", { name: item.from.name })}
    </Notice>
  );
}
