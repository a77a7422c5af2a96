"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { today } from "@/lib/clock";
import { venues } from "@/lib/mentorship/vocabularies";
import { type BudgetSource, budgetSources } from "@/lib/money/vocabularies";
import { localStore } from "@/lib/sync/local-store";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { fieldNavigate } from "../field/router";
import { useKnown, useRecords } from "../field/store-hooks";
import { CheckCards } from "../form/check-cards";
import { DateField } from "../form/date-field";
import { NumberField } from "../form/number-field";
import { RadioCards } from "../form/radio-cards";
import { Select } from "../form/select";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { useFacilities } from "./use-mentorship";

/** The two days of a quarter: where, when, who leads, what it costs. */
export function SessionScreen() {
  const t = useTranslations("mentorship.session");
  const me = useKnown("me");
  const facilities = useFacilities();
  const may = me?.verbs.includes("mentorship.record") ?? false;
  if (me === undefined || !facilities.ready) return <LoadingScreen />;
  if (!may) return <LostScreen />;
  return (
    <FieldScreen title={t("begin")} back="/field/checklist" tab="checklist">
      {facilities.all.length === 0 ? (
        <Notice tone="soon" title={t("noFacilities")}>
          {t("noFacilitiesWhy")}
        </Notice>
      ) : (
        <SessionForm />
      )}
    </FieldScreen>
  );
}

function SessionForm() {
  const t = useTranslations("mentorship.session");
  const word = useTranslations("mentorship.venue");
  const facilities = useFacilities();
  const mentors = useRecords("mentor", { where: ({ to }) => !to || to >= today() }) ?? [];
  const [startDate, setStart] = useState(today());
  const [endDate, setEnd] = useState("");
  const [venue, setVenue] = useState<(typeof venues)[number]>("district_hospital");
  const [facilityId, setFacility] = useState("");
  const [mentorIds, setMentors] = useState<string[]>([]);
  const [costKip, setCost] = useState<number | null>(null);
  const [fundSource, setSource] = useState<BudgetSource | null>(null);
  const [inBudget, setInBudget] = useState<"yes" | "no" | null>(null);
  const fund = useTranslations("plans.fund");
  const options = facilities.all.filter(({ type }) =>
    type.startsWith(venue === "health_centre" ? "health" : "district"),
  );
  const chosen = options.find(({ id }) => id === facilityId) ?? options[0];
  const place = chosen?.districtId ?? facilities.all[0]?.districtId ?? null;
  const begin = async () => {
    const fields = {
      startDate,
      endDate: endDate || null,
      venue,
      facilityId: chosen?.id ?? null,
      mentorIds,
      costKip,
      fundSource: costKip === null ? null : fundSource,
      inBudget: costKip === null || inBudget === null ? null : inBudget === "yes",
    };
    await localStore.record({ type: "mentoringSession", place, fields });
    fieldNavigate("/field/checklist", { replace: true });
  };
  return (
    <div className="card stack">
      <RadioCards
        name="venue"
        label={t("venue")}
        options={venues.map((value) => ({ value, label: word(value) }))}
        value={venue}
        onChange={setVenue}
      />
      {options.length > 0 && (
        <Select
          name="facility"
          label={t("facility")}
          options={options.map(({ id }) => ({ value: id, label: facilities.name(id) }))}
          value={chosen?.id}
          onChange={(event) => setFacility(event.target.value)}
        />
      )}
      <DateField name="startDate" label={t("start")} value={startDate} onChange={setStart} />
      <DateField name="endDate" label={t("end")} optional value={endDate} onChange={setEnd} />
      {mentors.length > 0 && (
        <CheckCards
          name="mentors"
          label={t("mentors")}
          options={mentors.map(({ id, fields }) => ({ value: id, label: fields.name }))}
          value={mentorIds}
          onChange={setMentors}
        />
      )}
      <NumberField name="cost" label={t("cost")} optional value={costKip} onChange={setCost} />
      {costKip !== null && (
        <>
          <Select
            name="fundSource"
            label={t("paid")}
            placeholder={t("paidUnknown")}
            optional
            value={fundSource ?? ""}
            options={budgetSources.map((value) => ({ value, label: fund(value) }))}
            onChange={(event) => setSource((event.target.value || null) as BudgetSource | null)}
          />
          <RadioCards
            name="inBudget"
            label={t("inBudget")}
            help={t("inBudgetHelp")}
            optional
            options={(["yes", "no"] as const).map((value) => ({ value, label: t(`inBudgetIs.${value}`) }))}
            value={inBudget}
            onChange={setInBudget}
          />
        </>
      )}
      <Button kind="pri" wide onClick={begin} disabled={!startDate}>
        {t("begin")}
      </Button>
    </div>
  );
}
