"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { localStore } from "@/lib/sync/local-store";
import type { Commitment } from "@/lib/workshops/schema";
import type { FieldRecord } from "../field/store-hooks";
import { nextPosition, useLinkedWhen } from "../problems/workshop-records";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { Notice } from "../ui/notice";
import { PledgeCard } from "./pledge-card";

type Props = { workshopId: string; place: string };
export const pledgeParties = ["village", "hc", "district", "province", "national", "partner"] as const;
type Party = Commitment["party"];

/** Step 8: what each party promises before everybody goes home. */
export function PledgesStep({ workshopId, place }: Props) {
  const t = useTranslations("workshops.pledges");
  const { rows: pledges, ready } = useLinkedWhen("commitment", workshopId);
  const [removed, setRemoved] = useState<string | null>(null);
  if (!ready) return null;
  const add = (party: Party) =>
    localStore.record({
      type: "commitment",
      place,
      fields: { workshopId, party, text: "", position: nextPosition(pledges) },
    });
  const remove = async ({ id }: FieldRecord<"commitment">) => {
    await localStore.removeRecord("commitment", id);
    setRemoved(id);
  };
  const undo = async () => {
    if (removed) await localStore.undoRemove("commitment", removed);
    setRemoved(null);
  };
  return (
    <>
      <p className="sm mut">{t("lead")}</p>
      {removed && (
        <Notice
          title={t("removed")}
          live="polite"
          action={
            <Button icon="undo" onClick={undo}>
              {t("undo")}
            </Button>
          }
        />
      )}
      {pledgeParties.map((party) => (
        <PartyPledges
          key={party}
          party={party}
          pledges={pledges.filter(({ fields }) => fields.party === party)}
          onRemove={remove}
        />
      ))}
      <section className="card stack-s">
        <h2>{t("addFor")}</h2>
        <div className="chips">
          {pledgeParties.map((party) => (
            <Chip key={party} className="add" onClick={() => void add(party)}>
              + {t(`party.${party}`)}
            </Chip>
          ))}
        </div>
      </section>
    </>
  );
}

type PartyProps = {
  party: Party;
  pledges: readonly FieldRecord<"commitment">[];
  onRemove: (pledge: FieldRecord<"commitment">) => Promise<void>;
};

function PartyPledges({ party, pledges, onRemove }: PartyProps) {
  const t = useTranslations("workshops.pledges");
  if (pledges.length === 0) return null;
  return (
    <section className="stack-s">
      <h2>{t(`party.${party}`)}</h2>
      {pledges.map((pledge) => (
        <PledgeCard key={pledge.id} pledge={pledge} onRemove={() => void onRemove(pledge)} />
      ))}
    </section>
  );
}
