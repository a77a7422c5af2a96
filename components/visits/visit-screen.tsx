"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import type { Visit } from "@/lib/visits/schema";
import { visitChecklist } from "@/lib/visits/schema";
import { FieldScreen } from "../field/field-screen";
import { LoadingScreen } from "../field/loading-screen";
import { LostScreen } from "../field/lost-screen";
import { SavedSegments } from "../field/saved-segments";
import { SavedText } from "../field/saved-text";
import { type FieldRecord, useRecord } from "../field/store-hooks";
import { usePlaces } from "../field/use-places";
import { DateField } from "../form/date-field";
import { ThemeChips } from "../themes/theme-chips";
import { ProgressOfPlan } from "./progress-of-plan";

type Save = (changed: Partial<Visit>) => Promise<string>;

/** A follow-up visit: checklist, how each action stands, what was found, what comes next. */
export function VisitScreen({ visitId }: { visitId: string }) {
  const t = useTranslations("visits");
  const locale = useLocale();
  const visit = useRecord("visit", visitId);
  const { name } = usePlaces();
  if (visit === undefined) return <LoadingScreen />;
  if (!visit?.place) return <LostScreen />;
  const { place, fields } = visit;
  const save: Save = (changed) =>
    localStore.record({ type: "visit", subject: visitId, place, fields: changed, seen: visit.versions });
  const { offsetMonths } = fields;
  const which = offsetMonths ? t("monthVisit", { n: formatNumber(offsetMonths, locale) }) : t("agreedVisit");
  return (
    <FieldScreen title={name(place)} subtitle={which} back={`/field/villages/${place}`}>
      <section className="card stack">
        <DateField
          name="heldDate"
          label={t("heldDate")}
          value={fields.heldDate}
          onChange={(iso) => void save({ heldDate: iso || null })}
        />
        <SavedText
          name="visitors"
          long
          label={t("visitors")}
          help={t("visitorsHelp")}
          value={(fields.visitors ?? []).join("\n")}
          onSave={(text) => save({ visitors: (text ?? "").split("\n").filter((line) => line.trim()) })}
        />
      </section>
      <Checklist fields={fields} save={save} />
      <ProgressOfPlan planId={fields.planId} visitId={visitId} place={place} />
      <NextStep visit={visit} save={save} />
    </FieldScreen>
  );
}

const answers = ["yes", "no", "na"] as const;

function Checklist({ fields, save }: { fields: Visit; save: Save }) {
  const t = useTranslations("visits");
  return (
    <section className="card stack">
      <h2>{t("checklist")}</h2>
      {visitChecklist.map((item) => (
        <div key={item}>
          <p className="lab">{t(`check.${item}`)}</p>
          <SavedSegments
            name={item}
            label={t(`check.${item}`)}
            options={answers.map((value) => ({ value, label: t(`answer.${value}`) }))}
            value={fields.checklist?.[item] ?? null}
            onSave={(answer) => save({ checklist: { ...fields.checklist, [item]: answer } })}
          />
        </div>
      ))}
    </section>
  );
}

function NextStep({ visit, save }: { visit: FieldRecord<"visit">; save: Save }) {
  const t = useTranslations("visits");
  const { findings, nextStep, nextVisitDue, themes } = visit.fields;
  return (
    <section className="card stack">
      <h2>{t("nextTitle")}</h2>
      <SavedText
        name="findings"
        long
        label={t("findings")}
        value={findings}
        onSave={(text) => save({ findings: text })}
      />
      <ThemeChips value={themes} onChange={(chosen) => save({ themes: chosen })} />
      <SavedText
        name="nextStep"
        long
        label={t("nextStep")}
        value={nextStep}
        onSave={(text) => save({ nextStep: text })}
      />
      <DateField
        name="nextVisitDue"
        label={t("nextVisitDue")}
        optional
        value={nextVisitDue}
        onChange={(iso) => void save({ nextVisitDue: iso || null })}
      />
    </section>
  );
}
