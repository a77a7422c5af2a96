"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { Stepper } from "@/components/ui/stepper";
import { localStore } from "@/lib/sync/local-store";
import type { groupKinds } from "@/lib/workshops/vocabularies";
import { useEthnicGroups } from "./group-names";
import { peoplePresent } from "./group-people";
import { useLinkedWhen } from "./workshop-records";

type Kind = (typeof groupKinds)[number];
type Props = {
  open: boolean;
  workshopId: string;
  place: string;
  onClose: () => void;
  onAdded: (id: string) => void;
};

const offered: readonly Kind[] = ["women", "men", "youth", "ethnic", "all"];

export function AddGroup({ open, onClose, ...props }: Props) {
  const t = useTranslations("problems.newGroup");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <GroupForm {...props} onClose={onClose} />
    </Sheet>
  );
}

/** The number of people starts at what attendance counted, and can be put right. */
function GroupForm({ workshopId, place, onClose, onAdded }: Omit<Props, "open">) {
  const t = useTranslations("problems");
  const { list } = useEthnicGroups();
  const { rows: attendance, ready: countKnown } = useLinkedWhen("attendance", workshopId);
  const [kind, setKind] = useState<Kind | null>(null);
  const [ethnic, setEthnic] = useState("");
  const [typed, setTyped] = useState<number | null>(null);
  const counted = kind
    ? peoplePresent(
        attendance.map(({ fields }) => fields),
        { kind, ethnicGroupId: ethnic },
      )
    : 0;
  const people = typed ?? counted;
  const ready = countKnown && kind !== null && (kind !== "ethnic" || ethnic !== "");
  const add = async () => {
    if (!kind) return;
    const ethnicGroupId = kind === "ethnic" ? ethnic : null;
    const fields = { workshopId, kind, ethnicGroupId, people: people || null };
    onAdded(await localStore.record({ type: "group", place, fields }));
    onClose();
  };
  return (
    <div className="stack">
      <RadioCards
        name="group-kind"
        label={t("newGroup.kind")}
        twoColumns
        options={offered.map((value) => ({ value, label: t(`group.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === "ethnic" && (
        <Select
          name="group-ethnic"
          label={t("newGroup.ethnic")}
          placeholder
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
          value={ethnic}
          onChange={(event) => setEthnic(event.target.value)}
        />
      )}
      {ready && <Stepper showLabel label={t("newGroup.people")} value={people} onChange={setTyped} />}
      <Button kind="pri" wide disabled={!ready} onClick={add}>
        {t("newGroup.add")}
      </Button>
    </div>
  );
}
