"use client";

import { useTranslations } from "next-intl";
import { DateField } from "../form/date-field";
import { useOnceForm } from "../form/use-once-form";

export type First = { changeId: string; subject: string };
type Versions = { versions: Readonly<Record<string, string>> };
type Dates = { from: string | null; to: string | null };
type Faults = Readonly<Record<string, string>> | undefined;

export function useFault(fields: Faults) {
  const t = useTranslations("money.form");
  const field = useTranslations("errors.field");
  return (name: string) => {
    const code = fields?.[name];
    if (!code) return undefined;
    if (code === "circle") return t("circle");
    return name === "to" ? t("order") : field("required");
  };
}

export function RecordIds({ kept, ids }: { kept: Versions | null; ids: First }) {
  return (
    <>
      <input type="hidden" name="changeId" value={ids.changeId} />
      <input type="hidden" name="subject" value={ids.subject} />
      <input type="hidden" name="seen" value={JSON.stringify(kept?.versions ?? {})} />
    </>
  );
}

type Fault = (name: string) => string | undefined;

type PeriodProps = {
  kept: Dates | null;
  fault: Fault;
  /** It cannot be recorded without its first day. */
  begins?: boolean;
};

export function Period({ kept, fault, begins }: PeriodProps) {
  const t = useTranslations("money.form");
  return (
    <>
      <DateField
        name="from"
        label={t("from")}
        optional={!begins}
        defaultValue={kept?.from}
        error={fault("from")}
      />
      <DateField name="to" label={t("to")} optional defaultValue={kept?.to} error={fault("to")} />
    </>
  );
}

/** A correction stays with its record; after a new record the form is for another. */
export function useRecordForm(action: Parameters<typeof useOnceForm>[0], first: First, kept: boolean) {
  const { ids, ...form } = useOnceForm<First>(action, first);
  return { ...form, ids: kept ? { ...ids, subject: first.subject } : ids };
}
