"use client";

import { useLocale, useTranslations } from "next-intl";
import { derivedId } from "@/lib/changes/derived-id";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import { type Consent, consentUses } from "@/lib/workshops/schema";
import { SavedSegments } from "../field/saved-segments";
import { SavedText } from "../field/saved-text";
import { type FieldRecord, useRecords } from "../field/store-hooks";

type Props = { workshopId: string; place: string };
type Use = (typeof consentUses)[number];
type Answer = "asked" | "yes" | "no" | "withdrawn";

/** What the village allows, asked one use at a time; nothing is taken for granted. */
export function ConsentList({ workshopId, place }: Props) {
  const t = useTranslations("workshops.consent");
  const consents = useRecords("consent", { link: workshopId });
  if (!consents) return null;
  return (
    <section className="stack-s">
      <h2>{t("title")}</h2>
      <p className="sm mut">{t("help")}</p>
      {consentUses.map((use) => (
        <ConsentRow
          key={use}
          use={use}
          consent={consents.filter(({ fields }) => fields.use === use).at(-1) ?? null}
          workshopId={workshopId}
          place={place}
        />
      ))}
    </section>
  );
}

const answerOf = (consent: Consent | undefined): Answer =>
  !consent ? "asked" : consent.withdrawnOn ? "withdrawn" : consent.given ? "yes" : "no";

type RowProps = Props & { use: Use; consent: FieldRecord<"consent"> | null };

function ConsentRow({ use, consent, workshopId, place }: RowProps) {
  const t = useTranslations("workshops.consent");
  const locale = useLocale();
  const answer = answerOf(consent?.fields);
  const save = async (changed: Partial<Consent>) => {
    const subject = consent?.id ?? (await derivedId("consent", workshopId, use));
    const first = { workshopId, use, given: false, givenBy: t("meeting"), date: today() };
    return localStore.record({
      type: "consent",
      subject,
      place,
      fields: consent ? changed : { ...first, ...changed },
    });
  };
  const choose = (next: Answer) => {
    if (next === "withdrawn") return save({ withdrawnOn: today() });
    if (next === "asked") return null;
    return save({ given: next === "yes", date: today(), withdrawnOn: null });
  };
  const possible: Answer[] =
    answer === "yes" || answer === "withdrawn" ? ["yes", "no", "withdrawn"] : ["yes", "no"];
  return (
    <div className="card stack-s">
      <h3>{t(`use.${use}`)}</h3>
      <SavedSegments
        name={`consent-${use}`}
        label={t(`use.${use}`)}
        options={possible.map((value) => ({ value, label: t(`answer.${value}`) }))}
        value={answer}
        onSave={choose}
      />
      {consent && (
        <>
          <SavedText
            name={`consent-by-${use}`}
            label={t("givenBy")}
            help={t("givenByHelp")}
            required
            value={consent.fields.givenBy}
            onSave={(givenBy) => givenBy && save({ givenBy })}
          />
          <p className="sm mut">
            {t("on", { date: formatDate(consent.fields.withdrawnOn ?? consent.fields.date, locale) })}
          </p>
        </>
      )}
    </div>
  );
}
