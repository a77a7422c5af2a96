"use client";

import { useLocale, useTranslations } from "next-intl";
import { isRecordType } from "@/lib/changes/registry";
import { typeOf } from "@/lib/changes/schema";
import { formatNumber } from "@/lib/i18n/format";
import { dropCarried } from "@/lib/sync/carried";
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
  if (!items || items.length === 0) return null;
  const people = [...Map.groupBy(items, ({ from }) => from.userId).entries()];
  return (
    <section className="card stack-s">
      <h2>{t("title")}</h2>
      <p className="sm">{t("text")}</p>
      <ul className="stack-s">
        {people.map(([userId, carried]) => (
          <li key={userId}>
            <OfPerson items={carried} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfPerson({ items }: { items: readonly CarriedItem[] }) {
  const t = useTranslations("phone.handover.carried");
  const locale = useLocale();
  const counted = (state: CarriedItem["state"]) => {
    const count = items.filter((item) => item.state === state).length;
    return { count, n: formatNumber(count, locale) };
  };
  const refused = items.filter(({ state }) => state === "rejected");
  return (
    <>
      <h3>{t("from", { name: items[0]?.from.name || "–" })}</h3>
      <p className="sm">
        {t("waiting", counted("waiting"))} · {t("received", counted("received"))}
      </p>
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
