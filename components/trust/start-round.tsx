"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { exposures, interviewers, waves } from "@/lib/trust/schema";
import { fieldNavigate } from "../field/router";
import { useRecords } from "../field/store-hooks";
import { CheckCards } from "../form/check-cards";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Sheet } from "../ui/sheet";
import { Stepper } from "../ui/stepper";
import { useInstruments } from "./use-instruments";
import { useLanguages } from "./use-languages";

type Where = { placeId: string; workshopId?: string };
type Props = Where & { open: boolean; onClose: () => void };

export function StartRound({ placeId, workshopId, open, onClose }: Props) {
  const t = useTranslations("interviews");
  return (
    <Sheet open={open} onClose={onClose} title={t("newTitle")}>
      <RoundForm {...{ placeId, workshopId }} />
    </Sheet>
  );
}

/** What must be known before the first person is asked. */
function RoundForm({ placeId, workshopId: begunIn = "" }: Where) {
  const t = useTranslations("interviews");
  const { newest, name } = useInstruments();
  const [chosen, setChosen] = useState("");
  const [wave, setWave] = useState<(typeof waves)[number]>("baseline");
  const [interviewer, setInterviewer] = useState<(typeof interviewers)[number]>("facilitator_team");
  const [exposureGroups, setGroups] = useState<(typeof exposures)[number][]>([]);
  const [language, setLanguage] = useState("lo");
  const [workshopId, setWorkshop] = useState(begunIn);
  const [planned, setPlanned] = useState(20);
  const instrument = newest.find(({ id }) => id === chosen) ?? newest[0];
  const languages = useLanguages(instrument);
  if (!instrument) return <Notice title={t("noInstrument")}>{t("noInstrumentWhy")}</Notice>;
  const begin = async () => {
    const fields = {
      instrumentId: instrument.id,
      wave,
      startDate: today(),
      interviewer,
      language,
      exposureGroups,
      planned,
      ...(workshopId ? { workshopId } : {}),
    };
    const id = await localStore.record({ type: "trustRound", place: placeId, fields });
    fieldNavigate(`/field/trust/${id}`);
  };
  return (
    <div className="stack">
      <RadioCards
        name="wave"
        label={t("wave.label")}
        options={waves.map((value) => ({ value, label: t(`wave.${value}`) }))}
        value={wave}
        onChange={setWave}
      />
      <Select
        name="instrument"
        label={t("instrument")}
        help={instrument.wording === "working" ? t("working") : undefined}
        options={newest.map((one) => ({ value: one.id, label: name(one) }))}
        value={instrument.id}
        onChange={(event) => setChosen(event.target.value)}
      />
      <CheckCards
        name="exposure"
        label={t("exposure.label")}
        help={t("exposure.help")}
        options={exposures.map((value) => ({ value, label: t(`exposure.${value}`) }))}
        value={exposureGroups}
        onChange={setGroups}
      />
      <WhoAsks value={interviewer} onChange={setInterviewer} />
      <Select
        name="language"
        label={t("language")}
        help={t("languageHelp")}
        options={languages.ids.map((id) => ({ value: id, label: languages.name(id) }))}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
      />
      <WorkshopChoice placeId={placeId} value={workshopId} onChange={setWorkshop} />
      <Stepper label={t("planned")} showLabel value={planned} onChange={setPlanned} />
      <Button kind="pri" wide onClick={begin}>
        {t("begin")}
      </Button>
    </div>
  );
}

type Asker = (typeof interviewers)[number];

function WhoAsks({ value, onChange }: { value: Asker; onChange: (value: Asker) => void }) {
  const t = useTranslations("interviews");
  const office = useTranslations("plans.office");
  return (
    <Select
      name="interviewer"
      label={t("interviewer")}
      help={t("interviewerHelp")}
      options={interviewers.map((one) => ({ value: one, label: office(one) }))}
      value={value}
      onChange={(event) => onChange(event.target.value as Asker)}
    />
  );
}

type Choice = { placeId: string; value: string; onChange: (id: string) => void };

function WorkshopChoice({ placeId, value, onChange }: Choice) {
  const t = useTranslations();
  const locale = useLocale();
  const workshops = useRecords("workshop", { place: placeId }) ?? [];
  if (workshops.length === 0) return null;
  return (
    <Select
      name="workshop"
      label={t("interviews.workshop")}
      optional
      placeholder={t("interviews.noWorkshop")}
      options={workshops.map(({ id, fields }) => ({
        value: id,
        label: `${t(`workshops.module.${fields.module}`)} · ${formatDate(fields.startDate, locale)}`,
      }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
