"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { derivedId } from "@/lib/changes/derived-id";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { attendanceTotals } from "@/lib/workshops/attendance";
import { SavedStepper } from "../field/saved-stepper";
import { useRecords } from "../field/store-hooks";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { AddKind } from "./add-kind";
import { InclusionCard } from "./inclusion-card";
import { type Kind, type KindRow, kindKey, kindRows } from "./kinds-of-people";
import { SpeakersCard } from "./speakers-card";
import { TotalsCard } from "./totals-card";
import { useKindName } from "./use-kind-name";

type Props = { workshopId: string; place: string };

/** Step 1: who is in the room, counted by kinds of people and never by name. */
export function PeopleStep({ workshopId, place }: Props) {
  const t = useTranslations("workshops.people");
  const tallies = useRecords("attendance", { link: workshopId });
  const [adding, setAdding] = useState(false);
  if (!tallies) return null;
  const rows = kindRows(tallies, localStore.deviceId());
  const totals = attendanceTotals(tallies.map(({ fields }) => fields));
  const save = async ({ kind, own }: { kind: Kind; own: KindRow["own"] }, people: number) => {
    if (own) return localStore.record({ type: "attendance", subject: own.id, place, fields: { people } });
    const device = localStore.deviceId();
    const subject = await derivedId("attendance", workshopId, device, kindKey(kind));
    return localStore.record({
      type: "attendance",
      subject,
      place,
      fields: { workshopId, ...kind, device, people },
    });
  };
  const add = (kind: Kind) => {
    const known = rows.find(({ key }) => key === kindKey(kind));
    setAdding(false);
    return save(known ?? { kind, own: null }, (known?.ownPeople ?? 0) + 1);
  };
  const addButton = (
    <Button kind={rows.length === 0 ? "pri" : "plain"} wide icon="plus" onClick={() => setAdding(true)}>
      {t("addKind")}
    </Button>
  );
  return (
    <>
      <p className="sm mut">{t("lead")}</p>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")} why={t("emptyWhy")} action={addButton} />
      ) : (
        <>
          <TotalsCard totals={totals} />
          <InclusionCard place={place} totals={totals} />
          <section className="card list">
            {rows.map((row) => (
              <TallyRow key={row.key} row={row} onSave={(people) => save(row, people)} />
            ))}
          </section>
          {addButton}
        </>
      )}
      <SpeakersCard workshopId={workshopId} totals={totals} />
      <AddKind open={adding} onClose={() => setAdding(false)} onAdd={add} last={rows.at(-1)?.kind ?? null} />
    </>
  );
}

function TallyRow({ row, onSave }: { row: KindRow; onSave: (people: number) => unknown }) {
  const t = useTranslations("workshops.people");
  const locale = useLocale();
  const { role, detail } = useKindName();
  const name = `${role(row.kind)}, ${detail(row.kind)}`;
  return (
    <div className="tally">
      <span className="grow">
        <span className="list-name">{role(row.kind)}</span>
        <span className="list-why">{detail(row.kind)}</span>
        {row.otherPeople > 0 && (
          <span className="list-why">{t("onOtherPhones", { n: formatNumber(row.otherPeople, locale) })}</span>
        )}
      </span>
      <SavedStepper label={name} value={row.ownPeople} onSave={onSave} />
    </div>
  );
}
