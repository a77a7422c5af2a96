"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { useRecords } from "../field/store-hooks";
import { AddGroup } from "../problems/add-group";
import { useGroupName } from "../problems/group-names";
import { Button } from "../ui/button";

/** Groups that draw, speak and vote apart. */
export function GroupList({ workshopId, place }: { workshopId: string; place: string }) {
  const t = useTranslations("workshops.groups");
  const locale = useLocale();
  const nameOf = useGroupName();
  const [adding, setAdding] = useState(false);
  const groups = useRecords("group", { link: workshopId }) ?? [];
  return (
    <section className="stack-s">
      <h2>{t("title")}</h2>
      <p className="sm mut">{t("help")}</p>
      {groups.length > 0 && (
        <ul className="card list">
          {groups.map(({ id, fields }) => (
            <li key={id} className="list-row">
              <span className="grow list-name">{nameOf(fields)}</span>
              {fields.people ? (
                <span className="nw sm">{t("people", { n: formatNumber(fields.people, locale) })}</span>
              ) : null}
              <Button
                kind="quiet"
                icon="trash"
                aria-label={t("remove", { name: nameOf(fields) })}
                onClick={() => void localStore.removeRecord("group", id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button wide icon="plus" onClick={() => setAdding(true)}>
        {t("add")}
      </Button>
      <AddGroup
        open={adding}
        workshopId={workshopId}
        place={place}
        onClose={() => setAdding(false)}
        onAdded={() => setAdding(false)}
      />
    </section>
  );
}
