"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { shapesOf } from "@/lib/maps/categories";
import { type DraftType, isFinished } from "@/lib/maps/drafts";
import type { Position } from "@/lib/maps/geometry";
import { CoordinatesField } from "./coordinates-field";
import { type MapRecord, spaceOf, useCategories } from "./map-records";
import type { MapEdits } from "./use-map-edits";

/** A feature without the map: its symbol, its name, and where it is. */
export function AddByTyping({ map, edits }: { map: MapRecord; edits: MapEdits }) {
  const t = useTranslations("maps");
  const locale = useLocale();
  const categories = useCategories().filter(({ active }) => active);
  const [id, setId] = useState("");
  const [wanted, setWanted] = useState<DraftType>("Point");
  const [label, setLabel] = useState("");
  const [vertices, setVertices] = useState<Position[]>([]);
  const [round, setRound] = useState(0);
  const category = categories.find((one) => one.id === id);
  const shapes = category ? shapesOf(category) : [];
  const type = shapes.includes(wanted) ? wanted : (shapes[0] ?? "Point");
  const ready = category !== undefined && isFinished({ type, vertices });
  const add = async () => {
    if (!category || !ready) return;
    await edits.add(category, { type, vertices }, label.trim() ? { label: label.trim() } : {});
    setLabel("");
    setVertices([]);
    setRound(round + 1);
  };
  return (
    <section className="card stack-s">
      <h2>{t("list.add")}</h2>
      <Select
        name="symbol"
        label={t("list.symbol")}
        placeholder
        value={id}
        options={categories.map((one) => ({
          value: one.id,
          label: locale === "lo" ? one.labelLo : one.labelEn,
        }))}
        onChange={(event) => setId(event.target.value)}
      />
      {shapes.length > 1 && (
        <Segments
          name="shape"
          label={t("feature.shape")}
          value={type}
          options={shapes.map((value) => ({ value, label: t(`shapes.${value}`) }))}
          onChange={setWanted}
        />
      )}
      <TextField
        name="newLabel"
        optional
        label={t("feature.label")}
        help={t("feature.labelHelp")}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <CoordinatesField
        key={`${type} ${round}`}
        type={type}
        space={spaceOf(map.fields.base)}
        vertices={[]}
        onPlace={setVertices}
      />
      <Button kind="pri" wide disabled={!ready} onClick={() => void add()}>
        {t("list.addNow")}
      </Button>
    </section>
  );
}
