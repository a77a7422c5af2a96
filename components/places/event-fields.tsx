"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckCards } from "@/components/form/check-cards";
import { type Option, Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import type { EventKind } from "@/lib/places/event-form";
import { SplitFields } from "./split-fields";

type Props = {
  kind: EventKind;
  place: { level: string; nameLo: string; nameEn: string };
  siblings: readonly Option[];
  childPlaces: readonly Option[];
  holders: readonly Option[];
};

const below = {
  country: ["province"],
  province: ["district"],
  district: ["village", "taseng", "kumban"],
  taseng: ["village", "kumban"],
  kumban: ["village"],
} as const;

/** The fields that one kind of change needs, and no others. */
export function EventFields(props: Props) {
  if (props.kind === "rename") return <Names nameLo={props.place.nameLo} nameEn={props.place.nameEn} />;
  if (props.kind === "create") return <NewPlace level={props.place.level} />;
  if (props.kind === "merge") return <Merge siblings={props.siblings} />;
  if (props.kind === "split") return <SplitFields childPlaces={props.childPlaces} />;
  if (props.kind === "reparent") return <NewHolder holders={props.holders} />;
  return null;
}

function Names({ nameLo, nameEn }: { nameLo: string; nameEn: string }) {
  const t = useTranslations("places.event");
  return (
    <>
      <TextField
        key="nameLo"
        name="nameLo"
        label={t("nameLo")}
        defaultValue={nameLo}
        maxLength={120}
        lang="lo"
      />
      <TextField name="nameEn" label={t("nameEn")} defaultValue={nameEn} maxLength={120} lang="en" optional />
    </>
  );
}

function NewNames() {
  const t = useTranslations("places.event");
  return (
    <>
      <TextField name="nameLo" label={t("newNameLo")} maxLength={120} lang="lo" />
      <TextField name="nameEn" label={t("newNameEn")} maxLength={120} lang="en" optional />
    </>
  );
}

function NewPlace({ level }: { level: string }) {
  const t = useTranslations("places");
  const levels = below[level as keyof typeof below] ?? [];
  return (
    <>
      <Select
        name="level"
        label={t("event.level")}
        options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <NewNames />
      <TextField name="code" label={t("event.codeField")} maxLength={40} optional />
      <TextField name="lat" label={t("event.lat")} inputMode="decimal" optional />
      <TextField name="lng" label={t("event.lng")} inputMode="decimal" optional />
    </>
  );
}

function Merge({ siblings }: { siblings: readonly Option[] }) {
  const t = useTranslations("places.event");
  const [into, setInto] = useState("");
  const others = siblings.filter((one) => one.value !== into);
  return (
    <>
      <Select
        name="into"
        label={t("into")}
        placeholder
        options={[...siblings, { value: "new", label: t("intoNew") }]}
        value={into}
        onChange={(event) => setInto(event.target.value)}
      />
      {into === "new" && <NewNames />}
      <details>
        <summary>{t("also")}</summary>
        <CheckCards name="also" label={t("also")} options={others} twoColumns />
      </details>
    </>
  );
}

function NewHolder({ holders }: { holders: readonly Option[] }) {
  const t = useTranslations("places.event");
  return <Select name="parentId" label={t("parentId")} placeholder options={holders} />;
}
