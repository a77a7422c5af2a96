"use client";

import { useTranslations } from "next-intl";
import type { KnownProfile } from "@/lib/sync/known";
import type { AttendanceTotals } from "@/lib/workshops/attendance";
import { type InclusionGap, inclusionGaps, type ResidentGroup } from "@/lib/workshops/inclusion";
import { ageBands, sexes } from "@/lib/workshops/vocabularies";
import { usePlaces } from "../field/use-places";
import { useKindName } from "./use-kind-name";

/** Groups of the village profile with a number of residents; a share is taken of the population. */
function residentsOf(profile: KnownProfile): ResidentGroup[] {
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
  const ages = Object.entries(profile.ages ?? {}).map(([id, living]) => ({
    dimension: "ageBand" as const,
    id,
    living,
  }));
  return [...sexes, ...groups, ...ages];
}

/** Who lives in the village and is not among those counted; null without a profile, which alone could tell. */
export function useInclusionGaps(place: string, totals: AttendanceTotals): InclusionGap[] | null {
  const profile = usePlaces().byId.get(place)?.profile;
  if (!profile) return null;
  return inclusionGaps({ totals, population: profile.population ?? 0, groups: residentsOf(profile) });
}

/** What the missing group is called. */
export function useGapName(): (gap: InclusionGap) => string {
  const t = useTranslations("workshops");
  const { groupName } = useKindName();
  return ({ dimension, id }) => {
    if (dimension === "ethnicGroup") return groupName(id);
    const sex = sexes.find((one) => one === id);
    if (sex) return t(`sex.${sex}`);
    const band = ageBands.find((one) => one === id);
    return band ? t("inclusion.aged", { age: t(`age.${band}`) }) : id;
  };
}
