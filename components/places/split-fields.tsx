"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CheckCards } from "@/components/form/check-cards";
import { RadioCards } from "@/components/form/radio-cards";
import type { Option } from "@/components/form/select";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { uuidv7 } from "@/lib/changes/uuid";
import { formatNumber } from "@/lib/i18n/format";

type Part = { id: string; childIds: readonly string[] };
const most = 20;
const newPart = (): Part => ({ id: uuidv7(), childIds: [] });

/** A place becomes several: each new part with its names and what goes with it; nothing can go with two of them. */
export function SplitFields({ childPlaces }: { childPlaces: readonly Option[] }) {
  const t = useTranslations("places.event");
  const locale = useLocale();
  const [keeps, setKeeps] = useState<"yes" | "no">("yes");
  const [parts, setParts] = useState<readonly Part[]>(() => [newPart()]);
  const least = keeps === "yes" ? 1 : 2;
  const choose = (mode: "yes" | "no") => {
    setKeeps(mode);
    if (mode === "no" && parts.length < 2) setParts([...parts, newPart()]);
  };
  const taken = new Set(parts.flatMap(({ childIds }) => childIds));
  const left = childPlaces.length - taken.size;
  return (
    <>
      <RadioCards
        name="keeps"
        label={t("keeps")}
        options={[
          { value: "yes" as const, label: t("keepsYes") },
          { value: "no" as const, label: t("keepsNo") },
        ]}
        value={keeps}
        onChange={choose}
      />
      {parts.map((part, index) => (
        <PartFields
          key={part.id}
          part={part}
          number={formatNumber(index + 1, locale)}
          free={childPlaces.filter(({ value }) => part.childIds.includes(value) || !taken.has(value))}
          onChoose={(childIds) =>
            setParts(parts.map((one) => (one.id === part.id ? { ...one, childIds } : one)))
          }
          onRemove={
            parts.length > least ? () => setParts(parts.filter(({ id }) => id !== part.id)) : undefined
          }
        />
      ))}
      <p role="status" className="sm mut">
        {t(keeps === "yes" ? "staysWithOld" : "mustGo", { count: left, n: formatNumber(left, locale) })}
      </p>
      {parts.length < most && (
        <Button icon="plus" onClick={() => setParts([...parts, newPart()])}>
          {t("addPart")}
        </Button>
      )}
    </>
  );
}

type PartProps = {
  part: Part;
  number: string;
  free: readonly Option[];
  onChoose: (childIds: string[]) => void;
  onRemove?: () => void;
};

function PartFields({ part, number, free, onChoose, onRemove }: PartProps) {
  const t = useTranslations("places.event");
  return (
    <fieldset className="card stack">
      <legend className="font-bold">{t("part", { n: number })}</legend>
      <input type="hidden" name="part" value={part.id} />
      <TextField name={`nameLo-${part.id}`} label={t("newNameLo")} maxLength={120} lang="lo" />
      <TextField name={`nameEn-${part.id}`} label={t("newNameEn")} maxLength={120} lang="en" optional />
      <CheckCards
        name={`childIds-${part.id}`}
        label={t("childIds")}
        options={free}
        value={part.childIds}
        onChange={onChoose}
        twoColumns
      />
      {onRemove && (
        <Button kind="quiet" onClick={onRemove}>
          {t("removePart", { n: number })}
        </Button>
      )}
    </fieldset>
  );
}
