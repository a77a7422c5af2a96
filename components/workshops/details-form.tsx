"use client";

import { useTranslations } from "next-intl";
import { localStore } from "@/lib/sync/local-store";
import type { Workshop } from "@/lib/workshops/schema";
import { fundSources, governanceLevels, workshopModules } from "@/lib/workshops/vocabularies";
import { SavedCheck } from "../field/saved-check";
import { SavedText } from "../field/saved-text";
import type { FieldRecord } from "../field/store-hooks";
import { DateField } from "../form/date-field";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { LanguageChips } from "./language-chips";

type Props = { workshop: FieldRecord<"workshop"> };

/** What is known of the workshop itself; every entry is saved as it is made. */
export function DetailsForm({ workshop }: Props) {
  const t = useTranslations("workshops");
  const { id, place, fields } = workshop;
  const save = (changed: Partial<Workshop>) =>
    localStore.record({ type: "workshop", subject: id, place, fields: changed, seen: workshop.versions });
  return (
    <section className="card stack">
      <h2>{t("details")}</h2>
      <Select
        name="module"
        label={t("field.module")}
        options={workshopModules.map((value) => ({ value, label: t(`module.${value}`) }))}
        value={fields.module}
        onChange={(event) => void save({ module: event.target.value as Workshop["module"] })}
      />
      <Select
        name="level"
        label={t("field.level")}
        options={governanceLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        value={fields.level}
        onChange={(event) => void save({ level: event.target.value as Workshop["level"] })}
      />
      <DateField
        name="startDate"
        label={t("field.startDate")}
        value={fields.startDate}
        onChange={(iso) => iso && void save({ startDate: iso })}
      />
      <DateField
        name="endDate"
        label={t("field.endDate")}
        optional
        value={fields.endDate}
        onChange={(iso) => void save({ endDate: iso || null })}
      />
      <SavedText
        name="venue"
        label={t("field.venue")}
        value={fields.venue}
        onSave={(venue) => save({ venue })}
      />
      <Facilitators value={fields.facilitators ?? []} onSave={(facilitators) => save({ facilitators })} />
      <LanguageChips value={fields.languages ?? []} onSave={(languages) => save({ languages })} />
      <SavedCheck
        name="interpreter"
        label={t("field.interpreter")}
        checked={fields.interpreter ?? false}
        onSave={(interpreter) => save({ interpreter })}
      />
      <Money fields={fields} save={save} />
      <SavedText
        name="note"
        long
        label={t("field.note")}
        value={fields.note}
        onSave={(note) => save({ note })}
      />
    </section>
  );
}

function Facilitators({ value, onSave }: { value: readonly string[]; onSave: (names: string[]) => unknown }) {
  const t = useTranslations("workshops.field");
  const split = (text: string | null) =>
    (text ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return (
    <SavedText
      name="facilitators"
      long
      label={t("facilitators")}
      help={t("facilitatorsHelp")}
      value={value.join("\n")}
      onSave={(text) => onSave(split(text))}
    />
  );
}

function Money({
  fields,
  save,
}: {
  fields: Workshop;
  save: (changed: Partial<Workshop>) => Promise<string>;
}) {
  const t = useTranslations("workshops");
  return (
    <>
      <Select
        name="fundSource"
        label={t("field.fundSource")}
        optional
        placeholder
        options={fundSources.map((value) => ({ value, label: t(`fund.${value}`) }))}
        value={fields.fundSource ?? ""}
        onChange={(event) =>
          void save({ fundSource: (event.target.value || null) as Workshop["fundSource"] })
        }
      />
      <SavedText
        name="funder"
        label={t("field.funder")}
        value={fields.funder}
        onSave={(funder) => save({ funder })}
      />
      <NumberField
        name="costKip"
        label={t("field.costKip")}
        optional
        value={fields.costKip ?? null}
        onChange={(costKip) => void save({ costKip })}
      />
    </>
  );
}
