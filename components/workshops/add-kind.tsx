"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ageBands, attendanceRoles, sexes } from "@/lib/workshops/vocabularies";
import { useKnown } from "../field/store-hooks";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { Button } from "../ui/button";
import { Segments } from "../ui/segments";
import { Sheet } from "../ui/sheet";
import type { Kind } from "./kinds-of-people";

type Props = { open: boolean; onClose: () => void; onAdd: (kind: Kind) => unknown; last: Kind | null };

/** Which kind of people to count next; begins at the kind counted last, since people sit together. */
export function AddKind({ open, onClose, onAdd, last }: Props) {
  const t = useTranslations("workshops.people");
  return (
    <Sheet open={open} onClose={onClose} title={t("addKind")}>
      <KindForm onAdd={onAdd} last={last} />
    </Sheet>
  );
}

const first: Kind = {
  role: "villager",
  sex: "female",
  ageBand: "25to49",
  ethnicGroupId: null,
  disability: null,
};

function KindForm({ onAdd, last }: Pick<Props, "onAdd" | "last">) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const groups = useKnown("ethnicGroups") ?? [];
  const [kind, setKind] = useState<Kind>({ ...first, ...last, disability: null });
  const set = (changed: Partial<Kind>) => setKind((now) => ({ ...now, ...changed }));
  return (
    <div className="stack">
      <Segments
        name="sex"
        label={t("people.sex")}
        options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
        value={kind.sex}
        onChange={(sex) => set({ sex })}
      />
      <RadioCards
        name="ageBand"
        label={t("people.age")}
        twoColumns
        options={ageBands.map((value) => ({ value, label: t(`age.${value}`) }))}
        value={kind.ageBand}
        onChange={(ageBand) => set({ ageBand })}
      />
      <Select
        name="role"
        label={t("people.role")}
        options={attendanceRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={kind.role}
        onChange={(event) => set({ role: event.target.value as Kind["role"] })}
      />
      <Select
        name="ethnicGroup"
        label={t("people.ethnicGroup")}
        optional
        placeholder={t("people.groupNotAsked")}
        options={groups.map(({ id, nameLo, nameEn }) => ({
          value: id,
          label: locale === "lo" ? nameLo : nameEn,
        }))}
        value={kind.ethnicGroupId ?? ""}
        onChange={(event) => set({ ethnicGroupId: event.target.value || null })}
      />
      <DisabilityChoice value={kind.disability} onChange={(disability) => set({ disability })} />
      <Button kind="pri" wide onClick={() => onAdd(kind)}>
        {t("people.addOne")}
      </Button>
    </div>
  );
}

type Choice = { value: boolean | null; onChange: (value: boolean | null) => void };
const answers = { notAsked: null, yes: true, no: false } as const;
type Answer = keyof typeof answers;

/** Only what the person says of themselves; nobody else judges it. */
function DisabilityChoice({ value, onChange }: Choice) {
  const t = useTranslations("workshops.people");
  const picked: Answer = value === null ? "notAsked" : value ? "yes" : "no";
  return (
    <div>
      <p className="lab">{t("disability")}</p>
      <Segments
        name="disability"
        label={t("disability")}
        options={(Object.keys(answers) as Answer[]).map((answer) => ({
          value: answer,
          label: t(`said.${answer}`),
        }))}
        value={picked}
        onChange={(answer) => onChange(answers[answer])}
      />
      <p className="field-help">{t("disabilityHelp")}</p>
    </div>
  );
}
