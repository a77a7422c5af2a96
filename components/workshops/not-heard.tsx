"use client";

import { useTranslations } from "next-intl";
import { attendanceTotals } from "@/lib/workshops/attendance";
import { useRecords } from "../field/store-hooks";
import { useGapName, useInclusionGaps } from "./use-inclusion-gaps";

/** On the way to the next step: the group that has not been heard, while it can still be called in. */
export function NotHeard({ workshopId, place }: { workshopId: string; place: string }) {
  const t = useTranslations("workshops.inclusion");
  const tallies = useRecords("attendance", { link: workshopId }) ?? [];
  const name = useGapName();
  const [first] = useInclusionGaps(place, attendanceTotals(tallies.map(({ fields }) => fields))) ?? [];
  return first ? <span className="not-heard">{t("onNext", { name: name(first) })}</span> : null;
}
