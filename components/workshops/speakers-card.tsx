"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { localStore } from "@/lib/sync/local-store";
import type { AttendanceTotals } from "@/lib/workshops/attendance";
import type { Workshop } from "@/lib/workshops/schema";
import { moreSpokeThanCame } from "@/lib/workshops/speakers";
import { useRecord } from "../field/store-hooks";
import { NumberField } from "../form/number-field";
import { Notice } from "../ui/notice";

type Props = { workshopId: string; totals: AttendanceTotals };

const speakers = [
  { field: "speakersWomen", sex: "female", label: "women", more: "moreWomen" },
  { field: "speakersMen", sex: "male", label: "men", more: "moreMen" },
] as const;

/** How many spoke, by sex. Empty is not counted, which is not 0; more than came is said and not refused. */
export function SpeakersCard({ workshopId, totals }: Props) {
  const t = useTranslations("workshops.speakers");
  const locale = useLocale();
  const workshop = useRecord("workshop", workshopId);
  if (!workshop) return null;
  const { id, place, fields, versions } = workshop;
  const n = (value: number) => formatNumber(value, locale);
  const save = (changed: Partial<Workshop>) =>
    localStore.record({ type: "workshop", subject: id, place, fields: changed, seen: versions });
  const { speakersWomen: women, speakersMen: men } = fields;
  return (
    <section className="card stack">
      <h2>{t("title")}</h2>
      <p className="sm mut">{t("help")}</p>
      {speakers.map(({ field, sex, label, more }) => {
        const [spoke, came] = [fields[field], totals.bySex[sex]];
        return (
          <div key={field} className="stack-s">
            <NumberField
              name={field}
              label={t(label)}
              optional
              value={spoke ?? null}
              onChange={(count) => void save({ [field]: count })}
            />
            {spoke != null && moreSpokeThanCame(field, fields, totals) && (
              <Notice tone="soon" live="polite">
                {t(more, { k: n(spoke), n: n(came) })}
              </Notice>
            )}
          </div>
        );
      })}
      {women != null && men != null && women + men > 0 && (
        <p className="sm">{t("share", { k: n(women), n: n(women + men) })}</p>
      )}
    </section>
  );
}
