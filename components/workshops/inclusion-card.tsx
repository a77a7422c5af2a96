"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { KnownProfile } from "@/lib/sync/known";
import type { AttendanceTotals } from "@/lib/workshops/attendance";
import { type InclusionGap, inclusionGaps, type ResidentGroup } from "@/lib/workshops/inclusion";
import { usePlaces } from "../field/use-places";
import { Notice } from "../ui/notice";
import { useKindName } from "./use-kind-name";

/** Groups of the village profile with a number of residents; a share is taken of the population. */
export function residentsOf(profile: KnownProfile): ResidentGroup[] {
  const { population, females, ethnicGroups } = profile;
  const sexes: ResidentGroup[] =
    population !== null && females !== null
      ? [
          { dimension: "sex", id: "female", living: females },
          { dimension: "sex", id: "male", living: population - females },
        ]
      : [];
  const groups = ethnicGroups.map(({ group, people, share }) => ({
    dimension: "ethnicGroup" as const,
    id: group,
    living: people ?? Math.round((share ?? 0) * (population ?? 0)),
  }));
  return [...sexes, ...groups];
}

/** While people are in the room: who lives here and has not been heard. */
export function InclusionCard({ place, totals }: { place: string; totals: AttendanceTotals }) {
  const t = useTranslations("workshops.inclusion");
  const profile = usePlaces().byId.get(place)?.profile;
  if (!profile) return <p className="sm mut">{t("noProfile")}</p>;
  const gaps = inclusionGaps({ totals, population: profile.population ?? 0, groups: residentsOf(profile) });
  if (gaps.length === 0) return null;
  return (
    <Notice tone="soon" title={t("title")} live="polite">
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.dimension} ${gap.id}`}>
            <GapLine gap={gap} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function GapLine({ gap }: { gap: InclusionGap }) {
  const t = useTranslations("workshops");
  const locale = useLocale();
  const { groupName } = useKindName();
  const name =
    gap.dimension === "ethnicGroup"
      ? groupName(gap.id)
      : gap.id === "female" || gap.id === "male"
        ? t(`sex.${gap.id}`)
        : gap.id;
  const numbers = { k: formatNumber(gap.present, locale), n: formatNumber(gap.living, locale) };
  return <>{t(`inclusion.${gap.kind}`, { name, ...numbers })}</>;
}
