"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { today } from "@/lib/clock";
import { localStore } from "@/lib/sync/local-store";
import { governanceLevels, workshopModules } from "@/lib/workshops/vocabularies";
import { fieldNavigate } from "../field/router";
import { DateField } from "../form/date-field";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { Button } from "../ui/button";
import { Sheet } from "../ui/sheet";

type Props = { placeId: string; open: boolean; onClose: () => void };

/** Module, level and dates: all that a workshop needs to begin. */
export function StartWorkshop({ placeId, open, onClose }: Props) {
  const t = useTranslations("workshops.start");
  return (
    <Sheet open={open} onClose={onClose} title={t("title")}>
      <StartForm placeId={placeId} />
    </Sheet>
  );
}

function StartForm({ placeId }: { placeId: string }) {
  const t = useTranslations("workshops");
  const [module, setModule] = useState<(typeof workshopModules)[number]>("1");
  const [level, setLevel] = useState<(typeof governanceLevels)[number]>("village");
  const [startDate, setStart] = useState(today());
  const [endDate, setEnd] = useState(today());
  const begin = async () => {
    const status = startDate <= today() ? "under_way" : "planned";
    const last = [startDate, endDate].sort().at(-1);
    const fields = { module, level, startDate, endDate: last, status } as const;
    const id = await localStore.record({ type: "workshop", place: placeId, fields });
    fieldNavigate(`/field/workshops/${id}`);
  };
  return (
    <div className="stack">
      <RadioCards
        name="module"
        label={t("field.module")}
        options={workshopModules.map((value) => ({ value, label: t(`module.${value}`) }))}
        value={module}
        onChange={setModule}
      />
      <Select
        name="level"
        label={t("field.level")}
        options={governanceLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        value={level}
        onChange={(event) => setLevel(event.target.value as typeof level)}
      />
      <DateField
        name="startDate"
        label={t("field.startDate")}
        value={startDate}
        onChange={(iso) => iso && setStart(iso)}
      />
      <DateField
        name="endDate"
        label={t("field.endDate")}
        value={endDate}
        onChange={(iso) => iso && setEnd(iso)}
      />
      <Button kind="pri" wide onClick={begin}>
        {t("start.begin")}
      </Button>
    </div>
  );
}
